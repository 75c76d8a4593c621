"""What a user of Python may write: watchdog, jusText and json. Usage: INBOX DONE STORE"""

import json
import os
import queue
import sys

from peer_justext import article
from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer


class Doorbell(FileSystemEventHandler):
    def __init__(self, names):
        self.names = names

    def on_closed(self, event):
        self.names.put(os.path.basename(event.src_path))

    def on_moved(self, event):
        self.names.put(os.path.basename(event.dest_path))

    def on_created(self, event):
        # What is moved in from elsewhere counts as created; the queue drops what is gone already.
        self.names.put(os.path.basename(event.src_path))


def main(inbox, done, store):
    names = queue.Queue()
    observer = Observer()
    observer.schedule(Doorbell(names), inbox)
    observer.start()
    with open(store, "a", encoding="utf-8") as output:
        while True:
            name = names.get()
            path = os.path.join(inbox, name)
            try:
                with open(path, encoding="utf-8") as file:
                    text = file.read()
            except FileNotFoundError:
                continue
            if not text:
                continue
            output.write(json.dumps({"path": name, "text": article(text)}) + "\n")
            output.flush()
            os.rename(path, os.path.join(done, name))


if __name__ == "__main__":
    main(*sys.argv[1:])
