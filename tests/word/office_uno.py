"""Run by the Python that LibreOffice comes with: settle all tracked changes of the Word files in a folder and save them as text.

office_uno.py SOFFICE FOLDER Accept|Reject
"""

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE_SECONDS = 120


def prop(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def settle(context, folder, command):
    create = context.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", context)
    helper = create("com.sun.star.frame.DispatchHelper", context)
    for file in sorted(folder.glob("*.docx")):
        document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (prop("Hidden", True),))
        helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        form = prop("FilterName", "Text (encoded)"), prop("FilterOptions", "UTF8,LF")
        document.storeToURL(file.with_suffix(".txt").as_uri(), form)
        document.close(True)
    desktop.terminate()


def main(soffice, folder, how):
    pipe = f"perdes{time.time_ns()}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = subprocess.Popen(
        [soffice, profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
    )
    try:
        settle(connect(pipe), folder, f".uno:{how}AllTrackedChanges")
        office.wait(PATIENCE_SECONDS)
    finally:
        office.kill()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
