"""The pages of this room, in every state."""

from tests.harness.states import State

STATES: tuple[State, ...] = ()
