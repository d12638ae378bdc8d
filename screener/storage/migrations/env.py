"""What Alembic runs around the steps: they share the connection and transaction of the caller."""

from alembic import context

# The name under which Alembic runs this file; imported by anything else, it does nothing.
if __name__ == "env_py":
    context.configure(connection=context.config.attributes["connection"])
    context.run_migrations()
