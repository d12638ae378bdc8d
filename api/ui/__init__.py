"""The workbench: pages over what the REST routes use."""
