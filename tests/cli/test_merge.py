"""`phoihop merge` as git's merge driver: real branches, really merged."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .conftest import Run
from .repository import PLAN, Git

Edits = tuple[tuple[str, str], ...]
NV_02 = PLAN[PLAN.index("      - ma: NV-02") : PLAN.index("noi_nhan")]
RESULT = "          - {ngay: 2026-02-02, van_ban: 1/BC-SYT}\n"
FIRST, SECOND = "          - {ngay: 2026-05-05}\n", "          - ngay: 2026-06-06\n            van_ban: 6/BC-SYT\n"
PRODUCT = "        san_pham: Kế hoạch\n"
PARTNER = "phoi_hop: [SGDDT]"
CODE = "ma: NV-01  # việc đầu tiên"
NEW = "      - ma: NV-03\n        ten: Sơ kết học kỳ\n        chu_tri: SYT\n"
OTHER = "      - ma: NV-04\n        ten: Kiểm tra bếp ăn\n        chu_tri: SGDDT\n"


def driven(git: Git) -> Git:
    """The repository with the driver as docs/git.md sets it up."""
    (git.root / ".gitattributes").write_text("plans/** merge=phoihop\n", encoding="utf-8")
    git("config", "merge.phoihop.driver", f"{sys.executable} -m phoihop merge --marker-size %L %O %A %B %P")
    git.commit("thiết lập")
    return git


@pytest.fixture
def git(tmp_path: Path) -> Git:
    return driven(Git(tmp_path))


def merge(git: Git, ours: Edits, theirs: Edits) -> tuple[int, str]:
    """Two branches with their edits merged: git's exit code, and the plan."""
    git("checkout", "-q", "-b", "theirs")
    git.edit(*theirs, say="theirs")
    git("checkout", "-q", "main")
    git.edit(*ours, say="ours")
    done = git("merge", "--no-edit", "theirs", check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, git.read()


def edited(text: str, *edits: tuple[str, str]) -> str:
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


AFTER = "        san_pham: Báo cáo\n"
AGREED = "{co_quan: SGDDT, ngay: 2026-01-10, ban: 32b7be8602}"
EXTENDED = "{han_cu: trước ngày 15/11/2026, ngay: 2026-10-10, van_ban: 45/CV-UBND}"
RESTING = "{tu: 2026-03-01, van_ban: 12/CV-UBND}"


def result(more: str) -> str:
    return f"          - {{ngay: 2026-05-05, van_ban: 5/BC-SYT, {more}}}\n"


def logged(key: str, *items: str) -> str:
    return f"        {key}:\n" + "".join(f"          - {item}\n" for item in items)


DEADLINE = ('han: "trước ngày 15/11/2026"', 'han: "trước ngày 30/11/2026"')
RECORDED = (RESULT, RESULT + "          - {ngay: 2026-03-03, van_ban: 2/BC-SYT}\n")
LEAD = ("        chu_tri: SYT\n", "        chu_tri: SGDDT\n")

CLEAN: tuple[tuple[str, Edits, Edits, Edits], ...] = (
    ("a deadline and a result of one task", (DEADLINE,), (RECORDED,), (DEADLINE, RECORDED)),
    ("neighbouring lines", (DEADLINE,), (("[SGDDT]", "[SGDDT, SNV-A]"),), (DEADLINE, ("[SGDDT]", "[SGDDT, SNV-A]"))),
    (
        "results on both sides",
        ((RESULT, RESULT + FIRST),),
        ((RESULT, RESULT + SECOND),),
        ((RESULT, RESULT + FIRST + SECOND),),
    ),
    (
        "results where there was none",
        ((PRODUCT, PRODUCT + "        ket_qua:\n" + FIRST),),
        ((PRODUCT, PRODUCT + "        ket_qua:\n" + SECOND),),
        ((PRODUCT, PRODUCT + "        ket_qua:\n" + FIRST + SECOND),),
    ),
    (
        "results of two occurrences on one day, from one document",
        ((RESULT, RESULT + result("ky: quý I/2026")),),
        ((RESULT, RESULT + result("ky: quý II/2026")),),
        ((RESULT, RESULT + result("ky: quý I/2026") + result("ky: quý II/2026")),),
    ),
    (
        "two offices' results of one occurrence",
        ((RESULT, RESULT + result("ky: quý I/2026, co_quan: SYT")),),
        ((RESULT, RESULT + result("ky: quý I/2026, co_quan: SGDDT")),),
        ((RESULT, RESULT + result("ky: quý I/2026, co_quan: SYT") + result("ky: quý I/2026, co_quan: SGDDT")),),
    ),
    (
        "two offices' agreements",
        ((AFTER, AFTER + logged("dong_y", AGREED)),),
        ((AFTER, AFTER + logged("dong_y", AGREED.replace("SGDDT", "SYT"))),),
        ((AFTER, AFTER + logged("dong_y", AGREED, AGREED.replace("SGDDT", "SYT"))),),
    ),
    (
        "the same suspension on both sides",
        ((AFTER, AFTER + logged("tam_dung", RESTING)), LEAD),
        ((AFTER, AFTER + logged("tam_dung", RESTING)),),
        ((AFTER, AFTER + logged("tam_dung", RESTING)), LEAD),
    ),
    (
        "tasks added at one place",
        ((NV_02, NV_02 + NEW),),
        ((NV_02, NV_02 + "      # mới\n" + OTHER),),
        ((NV_02, NV_02 + NEW + "      # mới\n" + OTHER),),
    ),
    (
        "a task removed, its neighbour changed",
        ((NV_02, ""),),
        (("Báo cáo\n", "Báo cáo năm\n"),),
        ((NV_02, ""), ("Báo cáo\n", "Báo cáo năm\n")),
    ),
    (
        "an id and a deadline",
        (("ma: NV-01", "ma: KS-01"),),
        (DEADLINE,),
        (("ma: NV-01", "ma: KS-01"), DEADLINE),
    ),
    (
        "recipients on both sides",
        (("  - UBND thành phố\n", "  - UBND thành phố\n  - Bộ Y tế\n"),),
        (("  - UBND thành phố\n", "  - UBND thành phố\n  - Sở Nội vụ\n"),),
        (("  - UBND thành phố\n", "  - UBND thành phố\n  - Bộ Y tế\n  - Sở Nội vụ\n"),),
    ),
    (
        "keys of one record in braces",
        (("tu: 2026-01-20,", "tu: 2026-01-21,"),),
        (("den: 2026-12-31}", "den: 2027-12-31}"),),
        (("tu: 2026-01-20,", "tu: 2026-01-21,"), ("den: 2026-12-31}", "den: 2027-12-31}")),
    ),
    (
        "a section's title and a task in it",
        (("muc: Nội dung phối hợp", "muc: Nội dung"),),
        ((CODE, CODE + "\n        ghi_chu: gấp"),),
        (("muc: Nội dung phối hợp", "muc: Nội dung"), (CODE, CODE + "\n        ghi_chu: gấp")),
    ),
    ("the same on both sides", (DEADLINE, LEAD), (DEADLINE,), (DEADLINE, LEAD)),
    ("a comment and a field", (DEADLINE,), ((PARTNER, PARTNER + " # hỏi"),), (DEADLINE, (PARTNER, PARTNER + " # hỏi"))),
    (
        "a comment above a changed field",
        (('        han: "', '        # xem lại\n        han: "'),),
        (DEADLINE,),
        (('        han: "trước ngày 15', '        # xem lại\n        han: "trước ngày 30'),),
    ),
)


@pytest.mark.parametrize(("ours", "theirs", "both"), [case[1:] for case in CLEAN], ids=[case[0] for case in CLEAN])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_what_does_not_contradict_merges(tmp_path: Path, ours: Edits, theirs: Edits, both: Edits, newline: str) -> None:
    def native(edits: Edits) -> Edits:
        return tuple((old.replace("\n", newline), new.replace("\n", newline)) for old, new in edits)

    git = driven(Git(tmp_path, PLAN.replace("\n", newline)))
    code, text = merge(git, native(ours), native(theirs))
    assert (text, code) == (edited(PLAN, *both).replace("\n", newline), 0)


def conflict(ours: str, theirs: str) -> str:
    return f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"


CONFLICTS: tuple[tuple[str, Edits, Edits, Edits], ...] = (
    (
        "one deadline, moved twice",
        (DEADLINE,),
        (("15/11", "20/11"), LEAD),
        (
            LEAD,
            (
                f"        {DEADLINE[0]}\n",
                conflict(f"        {DEADLINE[1]}\n", '        han: "trước ngày 20/11/2026"\n'),
            ),
        ),
    ),
    (
        "a task removed and changed",
        ((NV_02, ""),),
        (("quý II/2026", "quý III/2026"), DEADLINE),
        (DEADLINE, (NV_02, conflict("", NV_02.replace("quý II/2026", "quý III/2026")))),
    ),
    (
        "a task changed and removed",
        (("quý II/2026", "quý III/2026"), DEADLINE),
        ((NV_02, ""), LEAD),
        (DEADLINE, LEAD, (NV_02, conflict(NV_02.replace("quý II/2026", "quý III/2026"), ""))),
    ),
    (
        "two tasks with one id",
        ((NV_02, NV_02 + NEW),),
        ((NV_02, NV_02 + OTHER.replace("NV-04", "NV-03")), DEADLINE),
        (
            DEADLINE,
            (
                NV_02,
                NV_02 + "      - ma: NV-03\n" + conflict(NEW.partition("\n")[2], OTHER.partition("\n")[2]),
            ),
        ),
    ),
    (
        "one text, written anew twice",
        (("  - UBND thành phố\n", "  - UBND TP Cần Thơ\n"), LEAD),
        (("  - UBND thành phố\n", "  - Thành ủy\n"), DEADLINE),
        (LEAD, DEADLINE, ("  - UBND thành phố\n", conflict("  - UBND TP Cần Thơ\n", "  - Thành ủy\n"))),
    ),
)


@pytest.mark.parametrize(
    ("ours", "theirs", "both"), [case[1:] for case in CONFLICTS], ids=[case[0] for case in CONFLICTS]
)
def test_both_sides_of_a_contradiction_stand_between_markers(git: Git, ours: Edits, theirs: Edits, both: Edits) -> None:
    code, text = merge(git, ours, theirs)
    assert (text, code) == (edited(PLAN, *both), 1)
    assert "UU plans/kh.yaml" in git("status", "--porcelain").stdout


def test_a_markdown_plan(tmp_path: Path) -> None:
    text = "---\n" + PLAN + "---\n## Nội dung phối hợp\n\nĐoạn một.\n\nĐoạn hai.\n"
    git = driven(Git(tmp_path, text, "kh.md"))
    code, merged = merge(git, (DEADLINE, ("Đoạn một.", "Đoạn 1.")), (RECORDED, LEAD))
    assert (merged, code) == (edited(text, DEADLINE, ("Đoạn một.", "Đoạn 1."), RECORDED, LEAD), 0)


@pytest.mark.parametrize(
    "text", ["van_ban: [\nx: 1\n", "a: &x 1\nb: *x\nc: 3\n", "a: 1\na: 2\nc: 3\n", "- 1\n- 2\n- 3\n", "chữ\n" * 5]
)
def test_what_cannot_be_read_is_merged_by_lines(tmp_path: Path, run: Run, text: str) -> None:
    git = driven(Git(tmp_path, text))
    git("checkout", "-q", "-b", "theirs")
    git.write(text + "d: 4\n")
    git.commit("theirs")
    git("checkout", "-q", "main")
    git.write("# lời\n" + text)
    git.commit("ours")
    assert git("merge", "--no-edit", "theirs", check=False).returncode == 0
    assert git.read() == "# lời\n" + text + "d: 4\n"


def test_bytes_that_are_no_text(tmp_path: Path, run: Run) -> None:
    paths = [tmp_path / name for name in ("o", "a", "b")]
    for path, data in zip(paths, (b"\xff\n1\n2\n3\n", b"\xfe\n1\n2\n3\n", b"\xff\n1\n2\n4\n"), strict=True):
        path.write_bytes(data)
    assert run("merge", *map(str, paths), "x.yaml").code == 0
    assert paths[1].read_bytes() == b"\xfe\n1\n2\n4\n"
    assert run("merge", str(tmp_path / "none"), *map(str, paths[1:]), "x.yaml").code == 3
    assert paths[1].read_bytes() == b"\xfe\n1\n2\n4\n"
