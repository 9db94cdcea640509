"""The state machine that moves a draft: built by `transitions` from a procedure, with no way around its steps."""

from threading import Lock
from typing import Any

from transitions import Machine, MachineError

from perdes_flow.domain.values import Slug
from perdes_flow.errors import NotOpenNow, StepUnknown
from perdes_flow.workflow.definition_model import Procedure

_machines: dict[str, Any] = {}
# a queued machine hands a step of a second thread to the first one, which may have moved on
_one_at_a_time = Lock()


class Seat:
    """Where a draft stands, for the moment of one step."""

    state: Slug


def fire(procedure: Procedure, state: Slug, step_id: Slug) -> Slug:
    """The stage that a step leads to. Conditions are not looked at here: `engine.advance` does both.

    NotOpenNow where the step does not leave this stage; StepUnknown.
    """
    with _one_at_a_time:
        machine = machine_of(procedure)
        if step_id not in machine.events:
            raise StepUnknown(step_id, tuple(machine.events))
        seat = Seat()
        machine.add_model(seat, initial=state)
        try:
            machine.events[step_id].trigger(seat)
        except MachineError as error:
            raise NotOpenNow(step_id, procedure.states[state].label) from error
        finally:
            machine.remove_model(seat)
        return seat.state


def machine_of(procedure: Procedure) -> Any:
    """The machine of a procedure, built once for each fingerprint."""
    if procedure.sha256 not in _machines:
        _machines[procedure.sha256] = _built(procedure)
    return _machines[procedure.sha256]


def _built(procedure: Procedure) -> Any:
    steps = [{"trigger": t.id, "source": list(t.source), "dest": t.to} for t in procedure.transitions]
    return Machine(
        model=None,
        states=list(procedure.states),
        transitions=steps,
        initial=procedure.initial,
        # otherwise to_<stage>() would lead to any stage past every guard
        auto_transitions=False,
        send_event=True,
        queued=True,
    )
