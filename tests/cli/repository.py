"""A git repository to play in: commits with fixed times, and real merges."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from .conftest import OFFICES

PLAN = """\
phoihop: ke-hoach/1
van_ban:
  loai: KH
  so_ky_hieu: 12/KHPH-SYT-SGDĐT
  trich_yeu: Phối hợp chăm sóc sức khỏe học sinh
  ngay_ban_hanh: 2026-01-20
  hieu_luc: {tu: 2026-01-20, den: 2026-12-31}
co_quan:
  - {ma: SYT, vai_tro: ban-hanh}
  - {ma: SGDDT, vai_tro: ban-hanh}
noi_dung:
  - muc: Nội dung phối hợp
    nhiem_vu:
      - ma: NV-01  # việc đầu tiên
        ten: Khám sức khỏe đầu năm học
        chu_tri: SYT
        phoi_hop: [SGDDT]
        han: "trước ngày 15/11/2026"
        san_pham: Báo cáo
        ket_qua:
          - {ngay: 2026-02-02, van_ban: 1/BC-SYT}
      - ma: NV-02
        ten: Tập huấn cho nhân viên y tế trường học
        chu_tri: SGDDT
        han: quý II/2026
        san_pham: Kế hoạch
noi_nhan:
  - UBND thành phố
  - "Lưu: VT"
"""


class Git:
    """A repository whose one plan is plans/kh.yaml."""

    def __init__(self, root: Path, text: str = PLAN, name: str = "kh.yaml") -> None:
        self.root = root
        self.plan = root / "plans" / name
        self.now = 0
        self("init", "-q", "-b", "main")
        (root / "plans").mkdir(exist_ok=True)
        (root / "plans" / "co-quan.yaml").write_text(OFFICES, encoding="utf-8")
        self.write(text)
        self.commit("đầu năm")

    def __call__(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        self.now += 1
        when = f"2026-01-{5 + self.now // 24:02}T{self.now % 24:02}:00:00Z"
        identity = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
        for name in ("AUTHOR", "COMMITTER"):
            identity |= {f"GIT_{name}_NAME": "Văn thư", f"GIT_{name}_EMAIL": "van-thu@example.vn"}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**os.environ, **identity},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert not check or done.returncode == 0, done.stderr
        return done

    def write(self, text: str) -> None:
        self.plan.write_bytes(text.encode())

    def read(self) -> str:
        return self.plan.read_bytes().decode()

    def edit(self, *pairs: tuple[str, str], say: str = "sửa") -> None:
        """Change texts that stand once in the plan, and commit it."""
        text = self.read()
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        self.write(text)
        self.commit(say)

    def commit(self, message: str) -> None:
        self("add", "-A")
        self("commit", "-q", "-m", message)
