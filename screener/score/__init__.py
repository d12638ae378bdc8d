"""Points of rules combined into points, tier and risk score of a record; all order-free."""
