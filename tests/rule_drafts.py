"""A draft rule that the checker finds nothing wrong with; it lifts bolts, which no other does."""

DRAFT = """rule: own.bolts
version: 1
title: Bolts that our own people asked about
family: product
status: draft
owner: trade-compliance
introduced: 2026-05-04
review_by: 2027-05-04
why: They were made to order.
basis: [advisory-2018]
claims: [B-06]
wording: {form: reported, asserts: [profile-warrants-questions], never_say: [forced labour]}
when:
  product_description: {says_any: [steel bolts]}
adds: {group: place-and-product, points: 5}
raises_to: T2
says: Bolts that are reported to be made to order warrant questions.
asks:
  - Who made the bolts?
tests:
  - {name: steel bolts, row: {product_description: steel bolts}, expect: hit}
  - {name: dolls, row: {product_description: crocheted dolls}, expect: miss}
  - {name: no goods, row: {supplier_name: Acme}, expect: unknown}
"""
ROWS = "Description\tCity\nhand crocheted dolls\tDandong\nsteel bolts\tNingbo\n"
