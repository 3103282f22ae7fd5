"""Where an area has loaded the official words, our rendering keeps their qualifiers."""

from tests.agreements.folders import HERE, PROMISES

WORDING = "2025/wording.toml"


def test_official_words_that_our_rendering_follows_are_right(folder):
    folder.write(
        WORDING,
        '[official]\n"2.1" = """\nWe hold consultations open,\nor give a  Public\nReason for a shorter time.\n"""\n',
    )

    assert folder.mistakes() == []


def test_official_words_of_a_promise_that_is_not_there_are_told(folder):
    folder.write(WORDING, f'[official]\n"2.2" = "We publish."\n"2.9" = "Words." {HERE}\n')

    assert folder.told() == [(WORDING, 3, "There is no promise 2.9.", folder.mistakes()[0].mend)]
    assert folder.mistakes()[0].mend.endswith("Write a number of this edition.")


def test_a_way_out_that_is_not_the_text_s_own_is_told(folder):
    folder.change(
        PROMISES, 'way_out = ["public reason"]', f'way_out = [\n  "public reason",\n  "where possible", {HERE}\n]'
    )
    folder.write(WORDING, '[official]\n"2.1" = "Twelve weeks, or a public reason."\n')

    assert folder.told() == [
        (
            PROMISES,
            folder.line(PROMISES, HERE),
            "The way out “where possible” of promise 2.1 is not in its official words.",
            "Use the text's own words.",
        )
    ]


def test_a_qualifier_that_our_rendering_drops_or_adds_is_told(folder):
    folder.change(PROMISES, 'with the reason."', f'with the reason, whenever possible." {HERE}')
    folder.write(WORDING, '[official]\n"2.2" = "Where it is appropriate, publish. Considering the views of users."\n')

    line = folder.line(PROMISES, HERE)
    assert folder.told() == [
        (
            PROMISES,
            line,
            "Our wording of promise 2.2 says “whenever possible”; the official words do not.",
            "Take it away, so that the promise gets no softer.",
        ),
        (
            PROMISES,
            line,
            "The official words of promise 2.2 say “consider”; our wording does not.",
            "Keep it, so that the promise gets no harder.",
        ),
        (
            PROMISES,
            line,
            "The official words of promise 2.2 say “where appropriate”; our wording does not.",
            "Keep it, so that the promise gets no harder.",
        ),
    ]


def test_a_considerable_time_is_no_qualifier(folder):
    folder.write(WORDING, '[official]\n"2.2" = "Publish what was heard, in considerable detail."\n')

    assert folder.mistakes() == []
