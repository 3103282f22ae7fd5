"""Signing in with a council's own accounts (OpenID Connect Core 1.0): an extra, on where the settings name a provider.

It proves an email address, as a code does, and nothing more: who is not known here stays so, a second step is still
asked for, and nothing that the provider sends is kept.
"""
