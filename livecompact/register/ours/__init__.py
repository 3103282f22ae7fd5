"""An organisation's own pages: who acts for it changes what it says, renews, or leaves."""
