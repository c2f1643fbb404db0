"""A folder for one test of cards, and salonctl with a salon in it."""
import json
import os
import shutil
import subprocess
import tempfile


class Folder:
    """Files of one test, and salonctl."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="ctl-card-")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def file(self, name, text=None):
        path = os.path.join(self.path, name)
        if text is not None:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        return path

    def run(self, *arguments):
        database = os.path.join(self.path, "test.salon")
        return subprocess.run([os.environ["SALONCTL"], "--database", database, "--json", *arguments], check=False,
                              capture_output=True, text=True, timeout=60)

    def ctl(self, *arguments):
        done = self.run(*arguments)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        return json.loads(done.stdout)
