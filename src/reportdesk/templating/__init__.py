"""The tags of a template: compiled once, filled with a draft's answers, faults told with places."""
