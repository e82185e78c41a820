"""From the diary to the content of a summary."""

from __future__ import annotations

from db.store import Reader
from diary.field import GROUP_NAMES, Catalogue, Field, Group
from diary.i18n import _, format_days, format_list, locale
from diary.logic.periods import Period
from diary.palette import Look, colours
from diary.summary import appendix, care, changes, figures, heading, series, tallies
from diary.summary.content import Block, Charts, Content
from diary.summary.days import Days, read_days
from diary.summary.measurements import measured_blocks
from diary.summary.options import Options
from diary.summary.patches import patch_blocks
from diary.summary.watched import watched

STRIP_FIELDS = ("raynaud.attack_count", "raynaud.impact", "skin.tightness")
"""The charts of page 1: the same three in every summary."""


def collect(reader: Reader, catalogue: Catalogue, period: Period, options: Options) -> Content:
    """Everything that the summary of a period says."""
    days = read_days(reader, catalogue, period, options)
    cared = care.read_care(reader)
    language = locale()
    return Content(
        language=language.language,
        region=language.territory or "",
        paper=options.paper.value,
        decimal=language.number_symbols["latn"]["decimal"],
        title=_title(days),
        colours=dict(colours(Look.LIGHT)),
        head=heading.head(days, cared),
        axis=series.axis(period),
        coverage=heading.recorded(days),
        talk=care.talk(cared),
        changes=changes.changes(days),
        raynaud=figures.raynaud_block(days),
        presence=figures.presence_block(days),
        care=care.care(cared, period),
        watched=watched(reader, period, options.sections),
        strips=_strips(days),
        charts=_charts(days, _("Day by day"), days.main),
        other_charts=_charts(days, _("Day by day: other fields"), days.other),
        hours=tallies.hours(days),
        triggers=tallies.triggers(days),
        left_out=_left_out(catalogue, options),
        appendix=appendix.appendix(days, cared, _patches(reader, period, options))
        if options.appendix
        else None,
    )


def _patches(reader: Reader, period: Period, options: Options) -> tuple[Block, ...]:
    """Measurements, sores and patches; who leaves out their group leaves them out."""
    patches = patch_blocks(reader, period) if Group.SKIN in options.sections else ()
    return (*measured_blocks(reader, period, options.sections), *patches)


def _title(days: Days) -> str:
    parts = [
        _("Scleroderma diary"),
        days.profile.name.strip(),
        format_days(days.period.first, days.period.last),
    ]
    return ", ".join(part for part in parts if part)


def _strips(days: Days) -> Charts:
    fields = tuple(field for field in days.fields if field.key in STRIP_FIELDS)
    return series.charts(days, _("Raynaud’s and skin, day by day"), {"": ("", fields)})


def _charts(days: Days, heading: str, fields: tuple[Field, ...]) -> Charts:
    groups: dict[str, tuple[str, tuple[Field, ...]]] = {
        group.value: (
            str(GROUP_NAMES[group]),
            tuple(field for field in fields if field.group is group),
        )
        for group in Group
    }
    return series.charts(days, heading, groups)


def _left_out(catalogue: Catalogue, options: Options) -> str:
    """Which groups the patient chose not to show."""
    hidden = [group for group in catalogue.groups() if group not in options.sections]
    if not hidden:
        return ""
    names = format_list([str(GROUP_NAMES[group]) for group in hidden])
    return _("Left out by the patient’s choice: {groups}.").format(groups=names)
