"""The second course: examined, and compared with other libraries."""
