"""What a user can do, without a screen."""
