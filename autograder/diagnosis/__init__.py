"""What explains a wrong answer: a known mistake, or a general relation to the right one."""
