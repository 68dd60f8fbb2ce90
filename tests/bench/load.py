"""`python -m tests.bench.load PORT`: asks a server on this machine, as fast as it answers.

A process of its own, so that its CPU is nobody's but its own. Reads one JSON line at a time from
its input, `{"requests": [text, ...], "count": n}`, asks n in turn over a few connections that stay
open, and says when done: `{"bytes": n, "seconds": s}`, or `{"fault": words}`.
"""

import json
import selectors
import socket
import sys
import time

CONNECTIONS = 8
PATIENCE = 20  # seconds


class Fault(Exception):
    """An answer that is not a whole 200."""


class Asker:
    """One connection: sends the next request once the last is answered whole."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.got = b""

    def ask(self, request):
        self.got = b""
        self.socket.sendall(request)

    def hear(self):
        """Bytes of the whole answer, or 0 while there is more to come."""
        some = self.socket.recv(262144)
        self.got += some
        head, found, body = self.got.partition(b"\r\n\r\n")
        if not some or (found and not head.startswith(b"HTTP/1.1 200")):
            raise Fault(self.got[:300].decode(errors="replace") or "closed without an answer")
        if not found:
            return 0
        return len(self.got) if is_whole(head.lower(), body) else 0


def is_whole(head, body):
    """By its length, or by the last of its chunks: a bare Django says no length."""
    if b"\r\ntransfer-encoding: chunked" in head:
        return body.endswith(b"0\r\n\r\n")
    length = head.partition(b"\r\ncontent-length:")[2].partition(b"\r\n")[0]
    return len(body) >= int(length)


def ask_all(askers, requests, count):
    """(bytes, seconds) of `count` answers."""
    waiting = selectors.DefaultSelector()
    asked = received = answered = 0
    began = time.perf_counter()
    for asker in askers[:count]:
        asker.ask(requests[asked % len(requests)])
        waiting.register(asker.socket, selectors.EVENT_READ, asker)
        asked += 1
    while answered < count:
        ready = waiting.select(PATIENCE)
        if not ready:
            raise Fault(f"no answer for {PATIENCE} s")
        for event, _mask in ready:
            length = event.data.hear()
            received += length
            answered += bool(length)
            if length and asked < count:
                event.data.ask(requests[asked % len(requests)])
                asked += 1
    waiting.close()
    return received, time.perf_counter() - began


def main(port):
    askers = [Asker(port) for _ in range(CONNECTIONS)]
    for line in sys.stdin:
        order = json.loads(line)
        requests = [text.encode() for text in order["requests"]]
        try:
            received, seconds = ask_all(askers, requests, order["count"])
            told = {"bytes": received, "seconds": seconds}
        except Fault as fault:
            told = {"fault": str(fault)}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
