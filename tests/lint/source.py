"""Reading the tree and C text: what every rule of the lint looks at.

A few regular expressions over text with comments and strings blanked find functions, declarations and calls
in this code base's own layout; a real parser (libclang) would make every small test need a full set of headers.
"""
import functools
import os
import re

CODE_TOPS = ("src", "tests")
C_ENDINGS = (".c", ".h", ".cc")
SKIPPED_FOLDERS = {"__pycache__", ".git", "build"}

TOKEN = re.compile(r"""
    /\*.*?\*/            # comment
  | //[^\n]*             # line comment
  | "(?:\\.|[^"\\\n])*"  # string
  | '(?:\\.|[^'\\\n])*'  # character
""", re.VERBOSE | re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
NOT_NEWLINE = re.compile(r"[^\n]")
DECLARATOR = re.compile(r"(\w+)\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*\Z")


def blank(text):
    """The same text with everything but line ends replaced by spaces: places stay what they are."""
    return NOT_NEWLINE.sub(" ", text)


class Function:
    """A function with a body: where it starts (with its type), its name, its body."""

    def __init__(self, name, start, body, end, head):
        self.name, self.start, self.body, self.end, self.head = name, start, body, end, head
        self.static = bool(re.search(r"\bstatic\b", head))


class CFile:
    """A C or C++ file: as it is, without comments, and without comments, strings and directives."""

    def __init__(self, path, text):
        self.path, self.text = path, text
        self.comments, self.strings = [], []
        self.plain = TOKEN.sub(self._without_comments, text)
        self.code = TOKEN.sub(lambda match: blank(match[0]), text)
        self.statements = DIRECTIVE.sub(lambda match: blank(match[0]), self.code)

    def _without_comments(self, match):
        token = match[0]
        if token.startswith("/"):
            self.comments.append((match.start(), match.end()))
            return blank(token)
        if token.startswith('"'):
            self.strings.append((match.start(), match.end()))
        return token

    def line(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def includes(self):
        """(line, quoted?, name) of every include."""
        found = [(self.line(match.start()), match[1] == '"', match[2]) for match in INCLUDE.finditer(self.text)]
        return found

    @functools.cached_property
    def literals(self):
        """(offset, text) of string literals; those next to each other are one."""
        joined = []
        for start, end in self.strings:
            text = self.text[start + 1:end - 1]
            if joined and not self.plain[joined[-1][1]:start].strip():
                joined[-1][1] = end
                joined[-1][2] += text
            else:
                joined.append([start, end, text])
        return [(start, text) for start, _, text in joined]

    @functools.cached_property
    def top_level(self):
        """(start, end, text, opens a function body?) of the pieces between ; { } outside of every body."""
        pieces, text, start, at, parens = [], self.statements, 0, 0, 0
        while at < len(text):
            sign = text[at]
            if sign == "(":
                parens += 1
            elif sign == ")":
                parens = max(0, parens - 1)
            elif parens == 0 and sign == ";":
                pieces.append((start, at, text[start:at], False))
                start = at + 1
            elif parens == 0 and sign == "{":
                head = text[start:at].rstrip()
                if re.search(r"(extern\s*|namespace\s*\w*)$", head):  # extern "C": its string is blanked
                    start = at + 1
                else:
                    close = self._closing(at)
                    if head.endswith(")"):
                        pieces.append((start, at, text[start:at], True))
                        at, start = close, close + 1
                    else:
                        at = close
            elif parens == 0 and sign == "}":
                start = at + 1
            at += 1
        return pieces

    def _closing(self, opening):
        depth = 0
        for match in re.compile(r"[{}]").finditer(self.statements, opening):
            depth += 1 if match[0] == "{" else -1
            if depth == 0:
                return match.start()
        return len(self.statements) - 1

    @functools.cached_property
    def functions(self):
        found = []
        for start, brace, head, is_body in self.top_level:
            name = DECLARATOR.search(head) if is_body else None
            if name:
                lines = head[:name.start()].split("\n")
                first = len(lines) - 1
                while first > 0 and lines[first - 1].strip() and not lines[first - 1].rstrip().endswith(")"):
                    first -= 1
                start += sum(len(line) + 1 for line in lines[:first])
                found.append(Function(name[1], start, brace, self._closing(brace), self.statements[start:brace]))
        return found

    def comment_before(self, offset):
        """The comment that ends right above offset, or None."""
        for start, end in self.comments:
            if end <= offset and not self.text[end:offset].strip():
                return self.text[start:end]
        return None


class Tree:
    """The source tree below root."""

    def __init__(self, root):
        self.root = root
        self._texts = {}

    def files(self, tops=("src", "data", "ui", "po", "tests"), endings=()):
        """Paths below the named folders, sorted; folders of builds and hidden ones left out."""
        found = []
        for top in tops:
            for folder, folders, names in os.walk(os.path.join(self.root, top)):
                folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS and not name.startswith(".")]
                found += [os.path.relpath(os.path.join(folder, name), self.root) for name in names]
        return sorted(path for path in found if not endings or path.endswith(tuple(endings)))

    def exists(self, path):
        return os.path.isfile(os.path.join(self.root, path))

    def text(self, path):
        """The text of a file; None if it is no UTF-8 text."""
        if path not in self._texts:
            with open(os.path.join(self.root, path), "rb") as file:
                data = file.read()
            try:
                self._texts[path] = None if b"\0" in data else data.decode()
            except UnicodeDecodeError:
                self._texts[path] = None
        return self._texts[path]

    @functools.lru_cache(maxsize=None)
    def c_file(self, path):
        return CFile(path, self.text(path) or "")

    def c_files(self, tops=CODE_TOPS, endings=C_ENDINGS):
        return [self.c_file(path) for path in self.files(tops, endings)]
