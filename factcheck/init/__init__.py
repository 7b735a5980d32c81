"""The first use in a folder: where its articles are, settings to begin with, and a hook before each commit."""

from factcheck.init.content import propose_content
from factcheck.init.pre_commit import CONFIG_NAME, add_hook, repository_of
from factcheck.init.settings_file import existing_settings, settings_above, write_settings

__all__ = [
    "CONFIG_NAME",
    "add_hook",
    "existing_settings",
    "propose_content",
    "repository_of",
    "settings_above",
    "write_settings",
]
