"""What every room's tests share."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault: laws are about what holds, not how fast.
settings.register_profile("reportdesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reportdesk")
