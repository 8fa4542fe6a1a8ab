"""Which addresses can only mean this machine."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether `host` (a name or an address, without a port) can only be this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
