"""LibreOffice Calc, driven by tests: exits with 77 where it isn't there."""
import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time

if importlib.util.find_spec("uno") is None and os.path.realpath(sys.executable) != os.path.realpath(
    "/usr/bin/python3"
):
    os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
if shutil.which("soffice") is None or importlib.util.find_spec("uno") is None:
    print("skipped: there is no soffice, or no uno for Python, here")
    sys.exit(77)
import uno  # noqa: E402
from com.sun.star.beans import PropertyValue  # noqa: E402


def value(name, what):
    made = PropertyValue()
    made.Name, made.Value = name, what
    return made


def connected(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance(
        "com.sun.star.bridge.UnoUrlResolver"
    )
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    return None


@contextlib.contextmanager
def desktop(folder):
    """A desktop whose profile is in the folder, for as long as the block runs."""
    pipe = "wardplan" + os.path.basename(folder)
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore"]
        + [f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = connected(pipe)
        if context is None:
            sys.exit("FAILED: soffice doesn't answer")
        yield context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    finally:
        office.terminate()
        office.wait(30)


def opened(desk, path, *more):
    """The page of a file; ends the test with 77 where there is no Calc."""
    page = desk.loadComponentFromURL("file://" + path, "_blank", 0, (value("Hidden", True), *more))
    if page is None:
        print("skipped: there is no Calc here")
        sys.exit(77)
    return page
