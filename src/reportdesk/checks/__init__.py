"""What can be wrong with a draft: one idea a function, (template, answers) to problems."""
