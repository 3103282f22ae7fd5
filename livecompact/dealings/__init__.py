"""What public bodies and groups do: checked before the act, published, judged, answered by the other side, counted."""
