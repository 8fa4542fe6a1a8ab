"""Rows to take along, in the form that somebody asked for."""

import json
from collections.abc import Sequence
from io import BytesIO

from django.http import HttpResponse

from trainer_ui.core.tables import Cell, write_table
from trainer_ui.workbooks import write_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def send_rows(rows: Sequence[Sequence[Cell]], *, form: str, name: str, title: str) -> HttpResponse:
    """`rows`, the first of which names the columns, as `form`: csv, json, or else xlsx. The file is called after
    `name`, the sheet of a workbook `title`."""
    if form == "csv":
        response = HttpResponse(write_table(rows), content_type="text/csv; charset=utf-8")
    elif form == "json":
        told = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
        response = HttpResponse(json.dumps(told, ensure_ascii=False, indent=1), content_type="application/json")
    else:
        with BytesIO() as file:
            write_workbook(rows, title=title, file=file)
            response = HttpResponse(file.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="generalprobe-{name}.{form}"'
    return response
