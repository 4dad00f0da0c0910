"""Data frames: reading, grouping, joining, showing."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, code, graded

__all__ = ["NOTEBOOKS"]

_IMPORTS = code("import numpy as np\nimport pandas as pd")

_CSV = code('''
    import io
    import pandas as pd
    text = """station,day,rain
    Mokpo,1,0.5
    Mokpo,2,3.0
    Busan,1,
    Busan,2,7.25
    """
    rain = pd.read_csv(io.StringIO(text), skipinitialspace=True)
    rain.head()
''')

NOTEBOOKS: dict[str, list[Cell]] = {
    "a frame is read, grouped and tested": [
        _CSV,
        answer("""
            def mean_rain(frame):
                return frame.groupby("station")["rain"].mean().sort_index()
            mean_rain(rain)
        """),
        graded(
            2,
            """
            means = mean_rain(rain)
            assert isinstance(means, pd.Series)
            assert list(means.index) == ["Busan", "Mokpo"]
            pd.testing.assert_series_equal(means, pd.Series([7.25, 1.75], index=means.index, name="rain"), check_names=False)
        """,
        ),
        graded(1, "assert rain['rain'].isna().sum() == 1"),
    ],
    "a frame keeps missing values that should be filled": [
        _CSV,
        answer("filled = rain.fillna({'rain': 0})\nrain.describe()"),
        graded(1, "assert filled['rain'].isna().sum() == 0"),
        graded(2, "assert rain['rain'].isna().sum() == 0, 'fill rain itself, in place'"),
    ],
    "two frames are joined in the wrong way": [
        _IMPORTS,
        code("""
            people = pd.DataFrame({"id": [1, 2, 3], "city": ["Seoul", "Daegu", "Jeju"]})
            scores = pd.DataFrame({"id": [1, 1, 3], "score": [7.0, 9.0, 4.0]})
        """),
        answer("joined = people.merge(scores, how='inner', on='id')\njoined"),
        graded(1, "assert set(joined.columns) == {'id', 'city', 'score'}"),
        graded(1, "assert len(joined) == 4, f'{len(joined)} rows'"),
        graded(
            1, "joined.loc[joined.id == 2, 'score'].isna().all()\nassert joined.score.sum() == 20"
        ),
    ],
    "chained assignment warns": [
        _IMPORTS,
        answer("""
            df = pd.DataFrame({"x": np.arange(6), "y": np.arange(6) ** 2})
            small = df[df.x < 3]
            small["z"] = small.y * 2
        """),
        graded(1, "assert 'z' in small.columns"),
        graded(1, "assert 'z' not in df.columns"),
    ],
    "a frame is the last value of a test": [
        _IMPORTS,
        answer("table = pd.DataFrame(np.eye(3), columns=list('abc'))"),
        graded(1, "assert table.shape == (3, 3)\ntable"),
        graded(2, "table.a.sum()"),
        graded(2, "float(table.a.sum())"),
    ],
    "a column is missing": [
        _IMPORTS,
        answer("df = pd.DataFrame({'a': [1, 2]})"),
        graded(1, "assert (df['b'] > 0).all()"),
        graded(1, "assert (df['a'] > 0).all()"),
    ],
    "times, categories and a pivot": [
        _IMPORTS,
        answer("""
            days = pd.date_range("2024-02-27", periods=4, freq="D")
            log = pd.DataFrame({"day": days, "kind": pd.Categorical(list("abab")), "n": [1, 2, 3, 4]})
            pivot = log.pivot_table(index=log.day.dt.month, columns="kind", values="n", aggfunc="sum", observed=False)
            pivot
        """),
        graded(1, "assert list(pivot.index) == [2, 3]"),
        graded(1, "assert pivot.loc[2].tolist() == [4, 2]"),
    ],
}
