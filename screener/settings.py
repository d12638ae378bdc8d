"""Settings: environment and file become one frozen object, made when asked for."""

import os
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from platformdirs import user_data_path
from pydantic import (
    AnyHttpUrl,
    IPvAnyNetwork,
    PositiveFloat,
    PositiveInt,
    StringConstraints,
    ValidationError,
)
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from screener.errors import ConfigError

Origin = Annotated[str, StringConstraints(pattern=r"^https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?$")]
"""The scheme, host and port of pages, without a path."""


class Settings(BaseSettings):
    """Where data lies and what is used; every name has the prefix ``SCREENER_``.

    ``SCREENER_CONFIG`` may name a YAML file with the same names in lower case; the
    environment wins over it.
    """

    model_config = SettingsConfigDict(env_prefix="SCREENER_", frozen=True, extra="forbid")

    home: Path = user_data_path("forced-labor-screener", appauthor=False)
    database_url: str | None = None
    rules: Path | None = None
    lists: Path | None = None
    requests_per_minute: PositiveInt = 600
    request_seconds: PositiveFloat = 30.0
    batch_bytes: PositiveInt = 1_000_000_000
    monitor_seconds: PositiveFloat = 300.0
    webhook_attempts: PositiveInt = 10
    webhook_retry_seconds: PositiveFloat = 30.0
    webhook_networks: tuple[IPvAnyNetwork, ...] = ()
    otlp_endpoint: AnyHttpUrl | None = None
    log_format: Literal["json", "console"] | None = None
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    reconcile_origins: tuple[Origin, ...] = ()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return the sources in order of precedence: arguments, environment, file."""
        del dotenv_settings, file_secret_settings  # neither is offered
        config = os.environ.get("SCREENER_CONFIG")
        if not config:
            return init_settings, env_settings
        return init_settings, env_settings, InitSettingsSource(settings_cls, _written(Path(config)))

    def database(self) -> str:
        """Return the database address; SQLite under the data directory unless one is set."""
        return self.database_url or f"sqlite:///{self.home / 'screener.sqlite3'}"


def read_settings() -> Settings:
    """Return the settings of this process.

    Raises:
        ConfigError: A value cannot be read, or the file named by SCREENER_CONFIG is missing.

    """
    try:
        return Settings()
    except ValidationError as error:
        places = "; ".join(
            f"SCREENER_{'_'.join(map(str, one['loc'])).upper()}: {one['msg']}"
            for one in error.errors()
        )
        message = f"the settings cannot be read: {places}"
        raise ConfigError(message) from error
    except SettingsError as error:
        message = f"the settings cannot be read: {error}; several values are written as a JSON list"
        raise ConfigError(message) from error


def _written(config: Path) -> dict[str, Any]:
    """Return the settings that a file holds; what is wrong is told without its text.

    Raises:
        ConfigError: It is no file, or no YAML of names and values.

    """
    if not config.is_file():
        message = f"SCREENER_CONFIG names {config}, which is no file"
        raise ConfigError(message)
    try:
        told = yaml.safe_load(config.read_bytes())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{config}:{mark.line + 1}" if mark is not None else str(config)
        message = f"{place}: the settings are no YAML; write one `name: value` a line"
        raise ConfigError(message) from error
    if not isinstance(told or {}, dict):
        message = f"{config}: the settings have no names; write one `name: value` a line"
        raise ConfigError(message)
    return {str(name): value for name, value in (told or {}).items()}
