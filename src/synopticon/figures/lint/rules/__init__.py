"""The rules, one file each; what a rule is stands in `rule.py`."""
