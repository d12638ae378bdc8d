"""The queue between service and worker leaves nothing open."""

import threading
from pathlib import Path

import pytest

from screener.settings import Settings
from screener.worker import Queue

OPEN = Path("/proc/self/fd")


@pytest.mark.skipif(not OPEN.is_dir(), reason="the system does not tell what is open")
def test_no_connection_to_the_queue_stays_open(tmp_path: Path) -> None:
    queue = Queue(Settings(home=tmp_path))
    asking = threading.Thread(target=queue.put, args=("a batch",))
    asking.start()
    asking.join()

    files = [str(one.readlink()) for one in OPEN.iterdir() if one.is_symlink()]

    assert [file for file in files if file.startswith(str(tmp_path))] == []
    assert queue.huey.pending_count() == 1
    queue.close()
