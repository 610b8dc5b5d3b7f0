"""The data to look through without a question: programmes by ministry or category, whole cards, the directory of contacts."""
