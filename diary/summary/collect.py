"""From the diary to the content of a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from db.store import Reader
from diary.field import GROUP_NAMES, Catalogue, Field, Group
from diary.i18n import _, decimal_sign, format_days, format_list, locale
from diary.logic.periods import Period
from diary.palette import Look, colours
from diary.summary import appendix, care, changes, figures, heading, series, tallies
from diary.summary.care_appendix import care_blocks
from diary.summary.content import Block, Charts, Content
from diary.summary.days import Days, read_days
from diary.summary.measurements import measured_blocks
from diary.summary.options import Options
from diary.summary.patches import patch_blocks
from diary.summary.photos import photos
from diary.summary.rest import names_block, rest
from diary.summary.visit_kinds import STRIPS, VisitKind
from diary.summary.watched import watched
from diary.summary.words import LONGEST_NAME, shortened

CHARTS_ON_A_PAGE = 26


def collect(reader: Reader, catalogue: Catalogue, period: Period, options: Options) -> Content:
    """Everything that the summary of a period says."""
    days = read_days(reader, catalogue, period, options)
    cared = care.read_care(reader)
    talk, cares = care.talk(cared), care.care(cared, period)
    measured = watched(reader, period, options.sections)
    tables = (
        *names_block(days, cared),
        *care_blocks(cared, period),
        *_measured(reader, period, options),
    )
    language = locale()
    return Content(
        language=language.language,
        region=language.territory or "",
        paper=options.paper.value,
        decimal=decimal_sign(),
        title=_title(days),
        colours=dict(colours(Look.LIGHT)),
        head=heading.head(days, cared, options.visit),
        axis=series.axis(period),
        coverage=heading.recorded(days),
        talk=talk,
        changes=changes.changes(days),
        raynaud=figures.raynaud_block(days),
        presence=figures.presence_block(days),
        care=cares,
        watched=measured,
        strips=_strips(days, options.visit),
        charts=tuple(_charts(days)),
        hours=tallies.hours(days),
        triggers=tallies.triggers(days),
        notes_heading=_("Notes at the visit"),
        left_out=_left_out(catalogue, options),
        photos=photos(reader, options.photos),
        tables=appendix.all_tables(tables, days)
        if options.appendix
        else rest(tables, talk, cares, measured),
        daily=appendix.daily(days) if options.appendix else None,
    )


def _measured(reader: Reader, period: Period, options: Options) -> tuple[Block, ...]:
    """Measurements, sores and patches; who leaves out their group leaves them out."""
    patches = patch_blocks(reader, period) if Group.SKIN in options.sections else ()
    return (*measured_blocks(reader, period, options.sections), *patches)


def _title(days: Days) -> str:
    parts = [
        _("Scleroderma diary"),
        shortened(days.profile.name, LONGEST_NAME),
        format_days(days.period.first, days.period.last),
    ]
    return ", ".join(part for part in parts if part)


def _strips(days: Days, visit: VisitKind) -> Charts:
    title, keys = STRIPS[visit]
    fields = tuple(field for field in days.fields if field.key in keys)
    return series.charts(days, str(title), {"": ("", fields)})


def _charts(days: Days) -> Iterator[Charts]:
    """A page each of so many charts as have room; what is on by default stands on the first."""
    pages = max(1, -(-len(days.numeric) // CHARTS_ON_A_PAGE))
    for page in range(pages):
        fields = [f for f in days.numeric if days.places[f.key] // CHARTS_ON_A_PAGE == page]
        title = _("Day by day: other fields") if page else _("Day by day")
        yield series.charts(days, title, _by_group(fields))


def _by_group(fields: Iterable[Field]) -> dict[str, tuple[str, tuple[Field, ...]]]:
    """The fields under the colour role of their group, with its name; in the fields' own order."""
    groups: dict[str, tuple[str, tuple[Field, ...]]] = {}
    for field in fields:
        name, others = groups.get(field.group.value, (str(GROUP_NAMES[field.group]), ()))
        groups[field.group.value] = name, (*others, field)
    return groups


def _left_out(catalogue: Catalogue, options: Options) -> str:
    """Which groups the patient chose not to show."""
    hidden = [group for group in catalogue.groups() if group not in options.sections]
    if not hidden:
        return ""
    names = format_list([str(GROUP_NAMES[group]) for group in hidden])
    return _("Left out by the patient’s choice: {groups}.").format(groups=names)
