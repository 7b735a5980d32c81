"""The local page: an editor pastes, drops or types an article and sees its findings, on this computer alone.

The server keeps nothing. A draft is sent with each question and forgotten with its answer; it lives in the tab.
"""
