"""The user's settings: a configuration file, the command line, and an article's own front matter."""

from factcheck.config.layers import Options, for_path, matches, settings_of
from factcheck.config.loading import FILE_NAMES, Configuration, checkout_of, find_config
from factcheck.config.names import RuleNames, country_code, nearest

__all__ = [
    "FILE_NAMES",
    "Configuration",
    "Options",
    "RuleNames",
    "checkout_of",
    "country_code",
    "find_config",
    "for_path",
    "matches",
    "nearest",
    "settings_of",
]
