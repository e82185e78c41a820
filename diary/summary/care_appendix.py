"""Questions, medicines and visits word for word, for the appendix."""

from __future__ import annotations

from diary.i18n import _, format_short_day
from diary.logic.medicine_phrases import dose_words, noticed_words, span_words
from diary.logic.medicines import Course
from diary.logic.periods import Period
from diary.logic.visit_phrases import visit_words, with_whom
from diary.logic.visits import answered, for_next_visit, in_time, kept_for_later
from diary.summary.care import CareRecords
from diary.summary.content import Block, Row
from diary.summary.rest_keys import MEDICINES, QUESTIONS, VISITS


def care_blocks(records: CareRecords, period: Period) -> tuple[Block, ...]:
    """Those tables in which there is something."""
    blocks = (
        _block(
            QUESTIONS,
            _("Questions, in the patient’s words"),
            _("Written"),
            _questions(records, period),
        ),
        _block(MEDICINES, _("Medicines and doses"), _("Medicine"), _medicines(records)),
        _block(VISITS, _("Visits"), _("Visit"), _visits(records, period)),
    )
    return tuple(block for block in blocks if block.rows)


def _block(key: str, heading: str, first: str, rows: list[Row]) -> Block:
    return Block(
        key=key,
        heading=heading,
        columns=(first, _("Words")),
        rows=tuple(rows),
        nothing=_("Nothing recorded."),
    )


def _questions(records: CareRecords, period: Period) -> list[Row]:
    """The open ones, and those answered in the period with their answers."""
    done = [
        each for each in answered(records.questions) if (each.answered or each.written) in period
    ]
    rows = []
    for each in (*for_next_visit(records.questions), *kept_for_later(records.questions), *done):
        words = each.text.strip()
        if each.answer.strip():
            words = _("{question} Answer: {answer}").format(
                question=words, answer=each.answer.strip()
            )
        rows.append(Row(format_short_day(each.written, year=True), (words,)))
    return rows


def _medicines(records: CareRecords) -> list[Row]:
    return [Row(course.medicine.name.strip(), (_history(course),)) for course in records.courses]


def _history(course: Course) -> str:
    doses = [
        ". ".join(filter(None, (f"{dose_words(each)}, {span_words(each)}", noticed_words(each))))
        for each in course.periods
    ]
    return "; ".join((*doses, *filter(None, [course.medicine.note.strip()])))


def _visits(records: CareRecords, period: Period) -> list[Row]:
    """Those of the period, and those to come."""
    return [
        Row(
            visit_words(each, "d MMM yyyy"),
            (". ".join(filter(None, (with_whom(each), each.agreed.strip()))) or "–",),
        )
        for each in sorted(records.visits, key=in_time)
        if each.day >= period.first
    ]
