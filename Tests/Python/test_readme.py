"""The README's session in plain Python says what happens; its version is the program's."""

import doctest
import os
import re
import unittest
from unittest import mock

from test_child import BINARY, CHECKOUT

PACKAGE = CHECKOUT / "Sources/Python"


class ReadmeTests(unittest.TestCase):
    def test_session(self):
        path = os.path.dirname(BINARY) + os.pathsep + os.environ["PATH"]
        with mock.patch.dict(os.environ, {"PATH": path}):
            outcome = doctest.testfile(str(PACKAGE / "README.md"), module_relative=False)
        self.assertGreater(outcome.attempted, 3)
        self.assertEqual(outcome.failed, 0)

    def test_version(self):
        program = (CHECKOUT / "Sources/WinnowPipeline/Version.swift").read_text()
        package = (PACKAGE / "pyproject.toml").read_text()
        self.assertEqual(
            re.search(r'text = "(.*)"', program)[1], re.search(r'version = "(.*)"', package)[1]
        )


if __name__ == "__main__":
    unittest.main()
