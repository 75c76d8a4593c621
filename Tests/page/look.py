"""Looks at winnow's pages in a real browser.

Usage: look.py BINARY [SHOTS]. Makes a root with documents, some of them hostile, writes the pages, opens
each at desktop and phone width, by day and by night, and fails where a script ran, anything was asked for
from elsewhere, the page scrolls sideways, text is cut off or too pale, or the markup is not valid. With
SHOTS, leaves pictures there.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import html5lib
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
WIDTHS = {"desktop": 1280, "phone": 375}
CHROMIUM = shutil.which("chromium")

# Text whose contrast with what is behind it is below 4.5 (WCAG 2.2, 1.4.3), all being of normal size.
PALE = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
  const rgb = c => { canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3) }
  const light = c => { const [r, g, b] = rgb(c).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b }
  const behind = e => { for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor
      if (!/, 0\\)$|transparent/.test(c)) return c }
    return 'white' }
  const pale = new Set()
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue
    if (e.closest('svg')) continue
    const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x)
    if ((a + 0.05) / (b + 0.05) < 4.5) pale.add(e.tagName + '.' + e.className)
  }
  return [...pale]
}"""

# Elements that reach beyond the window, or whose text is cut off by their own box.
OUTSIDE = """() => [...document.querySelectorAll('body *')].filter(e => {
  const box = e.getBoundingClientRect()
  const isHidden = getComputedStyle(e).position === 'absolute' || e.closest('thead, svg')
  return !isHidden && box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)
}).map(e => e.tagName + '.' + e.className).slice(0, 5)"""


def winnow(binary, root, *arguments):
    command = [binary, "--root", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout


def make_pages(binary, folder):
    """Fills a store with articles of several days and sources, and returns the pages by name."""
    root = folder / "root"
    (root / "etc").mkdir(parents=True)
    shutil.copytree(CHECKOUT / "etc/winnow", root / "etc/winnow")
    inbox = root / "var/spool/winnow/inbox"
    hostile = (HERE / "hostile.txt").read_bytes()
    names = [b"plain.example", b"<script>alert(7)<", b"\xff\xfe\xe2\x80\xae\"'>&", b"h" * 200]
    for number, name in enumerate(names * 6):
        place = os.path.join(os.fsencode(inbox), name)
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, b"%d<b>.txt" % number), "wb") as file:
            file.write(b"Number %d\n" % number + hostile)
    with open(inbox / "large.txt", "wb") as file:
        file.truncate((16 << 20) + 1)
    winnow(binary, root, "once")
    pages = {
        "report": winnow(binary, root, "report"),
        "report-empty": winnow(binary, root, "report", "--since", "2999-01-01"),
        "explain-hostile": winnow(binary, root, "explain", "--html", str(HERE / "hostile.txt")),
        "explain": winnow(binary, root, "explain", "--html", str(CHECKOUT / "Tests/WinnowServiceTests/Fixtures/page.txt")),
    }
    for name, page in pages.items():
        (folder / f"{name}.html").write_bytes(page)
    return pages


def check_markup(name, page):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page.decode("utf-8"))
    faults = [f"{name}: not valid: {error}" for error in parser.errors]
    text = page.decode("utf-8")
    if "<script" in text or "javascript:" in text.replace("&lt;a href=javascript:", ""):
        faults.append(f"{name}: markup of the document came through")
    return faults


def look(browser, folder, name, shots):
    faults = []
    for scheme in ["light", "dark"]:
        for device, width in WIDTHS.items():
            where = f"{name} {device} {scheme}"
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme
            )
            page = context.new_page()
            address = (folder / f"{name}.html").as_uri()
            page.on("dialog", lambda dialog: (faults.append(f"{where}: a script ran"), dialog.dismiss()))
            page.on(
                "request",
                lambda request: request.url == address
                or faults.append(f"{where}: asked for {request.url}"),
            )
            page.on("console", lambda message: faults.append(f"{where}: {message.text}"))
            page.on("pageerror", lambda error: faults.append(f"{where}: {error}"))
            page.goto(address)
            page.wait_for_timeout(200)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                faults.append(f"{where}: the page scrolls sideways")
            for what in page.evaluate(OUTSIDE):
                faults.append(f"{where}: {what} reaches out of the window")
            for what in page.evaluate(PALE):
                faults.append(f"{where}: {what} is too pale to read")
            if page.evaluate("getComputedStyle(document.body).display") == "none":
                faults.append(f"{where}: a style of the document came through")
            faults += check_keyboard(page, where)
            if shots:
                picture(context, page, f"{shots}/{name}-{device}-{scheme}")
            context.close()
    return faults


def picture(context, page, path):
    """As it is, as somebody sees it who sees no colours, and as it is printed."""
    page.screenshot(path=f"{path}.png", full_page=True)
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})
    page.screenshot(path=f"{path}-grey.png", full_page=True)
    page.pdf(path=f"{path}.pdf")


def check_keyboard(page, where):
    """Every link leads to something that is there, and the first can be reached by the keyboard."""
    faults = [
        f"{where}: {link} leads nowhere"
        for link in page.evaluate(
            "() => [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
            ".filter(h => !h.startsWith('#') || !document.getElementById(h.slice(1)))"
        )
    ]
    if page.evaluate("document.querySelectorAll('a').length"):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") != "A":
            faults.append(f"{where}: no link can be reached by the keyboard")
        page.evaluate("document.activeElement.blur()")
    for what in page.evaluate(
        "() => [...document.querySelectorAll('table')].filter(t => !t.caption).map(() => 'a table')"
        ".concat([...document.querySelectorAll('svg')].filter(s => !s.ariaLabel && "
        "s.getAttribute('aria-hidden') !== 'true').map(() => 'a picture'))"
    ):
        faults.append(f"{where}: {what} says nothing to those who can't see it")
    return faults


def main():
    binary = str(Path(sys.argv[1]).resolve())
    shots = sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        pages = make_pages(binary, folder)
        faults = [fault for name, page in pages.items() for fault in check_markup(name, page)]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox"] if os.geteuid() == 0 else []
            )
            for name in pages:
                faults += look(browser, folder, name, shots)
            browser.close()
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
