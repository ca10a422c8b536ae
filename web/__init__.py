"""The explorer: pages, their JSON twins, and the static files behind them."""
