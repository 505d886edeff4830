"""The bounded way in: a Word file is trusted only part by part."""
