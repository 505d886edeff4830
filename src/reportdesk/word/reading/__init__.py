"""Word files as documents: what the officer would see in Word."""
