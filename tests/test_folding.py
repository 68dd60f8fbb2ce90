"""Words typed in any case, accent or keyboard are one word; a slip of one letter is noticed."""

import pytest

from resources.folding import fold, one_edit_away


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  Boston ", "boston"),
        ("Winston-Salem", "winston salem"),
        ("ST. LOUIS,MO", "st louis mo"),
        ("Mayagüez", "mayaguez"),
        ("CAÑON   CITY", "canon city"),
        ("Coeur d’Alene", "coeur dalene"),
        ("O'Fallon", "ofallon"),
        ("02118-1234", "02118 1234"),
        ("０２１１８", "02118"),  # a phone set to full-width digits
        ("Straße", "strasse"),
        ("\u202eboston\u200b", "boston"),
        ("bos\x00ton", "bos ton"),
        ("\ud800", ""),
        ("😀", ""),
        ("<script>", "script"),
        ("", ""),
    ],
)
def test_the_same_word_folds_to_the_same_key(typed, folded):
    assert fold(typed) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize("slip", ["bostn", "bosston", "bosten", "bsoton", "oston", "bos ton"])
def test_one_slip_of_the_thumb_is_one_edit(slip):
    assert "boston" in one_edit_away(slip)
    assert slip in one_edit_away("boston")


def test_two_slips_are_not_guessed_at():
    assert "boston" not in one_edit_away("bsotn")


def test_edits_are_folded_words_themselves():
    edits = one_edit_away("st paul")
    assert "st paul" not in edits
    assert all(fold(edit) == edit for edit in edits)


def test_a_long_text_makes_no_large_query():
    assert one_edit_away("x" * 41) == set()
    assert one_edit_away("") == set()
    assert len(one_edit_away("abcdefghij" * 4)) < 3100
