"""Cast every vote in the workspace given as argument, in an order of one's own: one of several racers."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest does

from perdes_flow.bootstrap.workspace import open_workspace
from perdes_flow.errors import Refusal
from perdes_flow.use_cases.deliberating import cast_vote
from perdes_flow.use_cases.desk import open_village


def main(home: str, village: str, draft: str, seed: str) -> None:
    accepted = 0
    with open_workspace(Path(home)) as workspace:
        people, _, today = open_village(workspace.desk(village))
        members = [person.nickname for person in people.bpd_on(today)]
        random.Random(seed).shuffle(members)
        for member in members:
            try:
                cast_vote(workspace.desk(village), draft, choice="setuju", by=member)
                accepted += 1
            except Refusal as refusal:
                print(refusal.code, getattr(refusal, "reason", ""))  # noqa: T201  # read by the test
    print("accepted", accepted)  # noqa: T201


main(*sys.argv[1:])
