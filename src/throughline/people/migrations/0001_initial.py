"""People and the access log, as first made."""
# ruff: noqa: RUF012 (Django makes it so)

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """See `models.py`."""

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Profile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=40)),
                ("worker", models.CharField(blank=True, max_length=100)),
                ("team", models.CharField(blank=True, max_length=100)),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="profile",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Opening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("role", models.CharField(max_length=40)),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("view", "Opened the child’s page"),
                            ("list", "Saw the child in a list"),
                            ("download", "Downloaded the child in a list"),
                            ("search", "Found the child by a search"),
                        ],
                        max_length=20,
                    ),
                ),
                ("child", models.CharField(db_index=True, max_length=26)),
                ("page", models.CharField(max_length=200)),
                ("why", models.CharField(max_length=400)),
                ("request", models.UUIDField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("request", "child", "action"), name="once_a_request")
                ],
            },
        ),
    ]
