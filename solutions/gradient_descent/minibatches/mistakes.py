import numpy as np

from autograder import mistake


@mistake(
    ko="나누어떨어지지 않을 때 남는 행은 어디로 갔나요? 한 에폭은 모든 행을 봅니다.",
    en="Where did the rows that are left over go? An epoch sees every row.",
)
def last_batch_dropped(order, batch_size):
    count = len(order) // batch_size
    return [order[k * batch_size : (k + 1) * batch_size] for k in range(count)]


@mistake(
    ko="마지막 배치를 앞의 행으로 채우면 그 행은 한 에폭에 두 번 쓰입니다.",
    en="Filling the last batch up with the first rows uses those rows twice in one epoch.",
)
def last_batch_filled_from_the_start(order, batch_size):
    count = -(-len(order) // batch_size)
    return list(np.resize(order, (count, batch_size)))


@mistake(
    ko="배치 크기를 고르게 맞추지 않습니다. 짧아도 되는 것은 마지막 배치 하나뿐입니다.",
    en="The sizes are not evened out: the last batch alone may be shorter.",
)
def sizes_evened_out(order, batch_size):
    return np.array_split(order, min(-(-len(order) // batch_size), len(order)))


@mistake(
    ko="batch_size는 배치의 개수인가요, 한 배치에 들어가는 행의 개수인가요?",
    en="Is batch_size the number of batches, or the number of rows in one?",
)
def size_taken_as_the_number_of_batches(order, batch_size):
    return np.array_split(order, batch_size)


@mistake(
    ko="순서 안의 자리 번호가 아니라 그 자리에 적힌 행 번호가 필요합니다.",
    en="Not the places within the order are asked for, but the row numbers that stand there.",
)
def places_instead_of_rows(order, batch_size):
    places = np.arange(len(order))
    return [places[start : start + batch_size] for start in range(0, len(order), batch_size)]


@mistake(
    ko="order는 이미 섞여 있습니다. 다시 섞으면 순서도, 부른 쪽의 배열도 바뀝니다.",
    en="order is shuffled already; another shuffle changes it, and the caller's array with it.",
)
def shuffled_again(order, batch_size):
    np.random.default_rng(0).shuffle(order)
    return [order[start : start + batch_size] for start in range(0, len(order), batch_size)]


@mistake(
    ko="이웃한 두 배치에 같은 행이 있습니다. 슬라이스의 끝은 포함되나요?",
    en="Neighbouring batches share a row. Is the end of a slice included?",
)
def neighbours_share_a_row(order, batch_size):
    return [order[start : start + batch_size + 1] for start in range(0, len(order), batch_size)]


@mistake(
    ko="나누어떨어질 때도 배치의 개수가 맞나요? 맨 끝을 보세요.",
    en="Is the number of batches right when the division leaves nothing over? Look at the end.",
)
def empty_batch_at_the_end(order, batch_size):
    count = len(order) // batch_size + 1
    return [order[k * batch_size : (k + 1) * batch_size] for k in range(count)]


@mistake(
    ko="배치를 하나씩 내어 주는 것은 한 번만 돌 수 있습니다. 리스트를 돌려주세요.",
    en="What hands out its batches one by one can be walked only once. Return a list.",
)
def generator_instead_of_list(order, batch_size):
    for start in range(0, len(order), batch_size):
        yield order[start : start + batch_size]


@mistake(
    ko="행을 카드처럼 한 장씩 나누어 주었습니다. 이웃한 행들은 같은 배치에 있어야 합니다.",
    en="The rows are dealt out like cards. Do rows that stand side by side share a batch?",
)
def rows_dealt_out(order, batch_size):
    count = -(-len(order) // batch_size)
    return [order[k::count] for k in range(count)]


@mistake(
    ko="남는 행을 그 앞의 배치에 붙였습니다. 한 배치에 batch_size보다 많은 행이 있어도 되나요?",
    en="The rows left over join the batch before. May a batch have more than batch_size rows?",
)
def rest_joined_to_the_last_batch(order, batch_size):
    count = max(len(order) // batch_size, 1)
    return np.split(order, [k * batch_size for k in range(1, count)])


@mistake(
    ko="짧은 배치가 맨 앞에 있습니다. 자르기는 어느 쪽 끝에서 시작하나요?",
    en="The short batch comes first. From which end does the cutting start?",
)
def short_batch_first(order, batch_size):
    first = len(order) % batch_size
    whole = [order[k : k + batch_size] for k in range(first, len(order), batch_size)]
    return [order[:first], *whole] if first else whole


@mistake(
    ko="배치마다 한 행씩만 밀려납니다. 한 에폭에 같은 행을 몇 번 보게 되나요?",
    en="Each batch begins one row after the one before. How often does an epoch see a row?",
)
def windows_that_overlap(order, batch_size):
    last = max(len(order) - batch_size, 0)
    return [order[start : start + batch_size] for start in range(last + 1)]


@mistake(
    ko="마지막 배치를 채우려고 앞 배치의 행을 다시 썼습니다. 마지막은 짧아도 됩니다.",
    en="To be full, the last batch reaches back into the one before. May it not be short?",
)
def last_batch_reaches_back(order, batch_size):
    starts = range(0, len(order), batch_size)
    whole = [order[start : start + batch_size] for start in starts[:-1]]
    return [*whole, order[-batch_size:]]


@mistake(
    ko="마지막 배치를 있지도 않은 행 번호로 채웠습니다. 남는 행만으로 충분하지 않나요?",
    en="The last batch is filled up with a number that is no row of the order. Is it too short?",
    fill=[0, -1],
)
def last_batch_padded(order, batch_size, *, fill):
    missing = -len(order) % batch_size
    padded = np.concatenate([order, np.full(missing, fill, dtype=order.dtype)])
    return list(padded.reshape(-1, batch_size))


@mistake(
    ko="나누어떨어질 때도 마지막 배치가 빠집니다. range의 끝은 포함되나요?",
    en="The last batch is gone even where nothing is left over. Is the end of a range in it?",
)
def last_batch_always_dropped(order, batch_size):
    starts = range(0, len(order) - batch_size, batch_size)
    return [order[start : start + batch_size] for start in starts]


@mistake(
    ko="배치의 개수를 내림하고 크기를 고르게 맞추었습니다. 한 배치에 몇 행까지 들어가나요?",
    en="The number of batches is rounded down, the sizes evened out. How many rows fit into one?",
)
def fewer_batches_evened_out(order, batch_size):
    count = min(max(len(order) // batch_size, 1), len(order))
    return np.array_split(order, count)


@mistake(
    ko="마지막 행을 되풀이해 마지막 배치를 채웠습니다. 한 에폭에 그 행을 몇 번 보게 되나요?",
    en="The last row is repeated to fill the last batch. How often does an epoch see it?",
)
def last_row_repeated(order, batch_size):
    starts = range(0, len(order), batch_size)
    places = [np.minimum(np.arange(start, start + batch_size), len(order) - 1) for start in starts]
    return [order[each] for each in places]


@mistake(
    ko="batch_size칸씩 건너뛰며 골랐습니다. 이웃한 행들은 같은 배치에 있어야 합니다.",
    en="Every batch_size-th row is picked. Do rows that stand side by side share a batch?",
)
def rows_in_strides(order, batch_size):
    return [order[k::batch_size] for k in range(batch_size)]


@mistake(
    ko="행마다 새 배치가 시작됩니다. 한 에폭에 같은 행을 몇 번 보게 되나요?",
    en="A new batch begins at each row. How often does an epoch see one row?",
)
def batch_at_each_row(order, batch_size):
    return [order[start : start + batch_size] for start in range(len(order))]


@mistake(
    ko="배치가 반씩 겹칩니다. 한 에폭에 같은 행을 몇 번 보게 되나요?",
    en="The batches overlap by half. How often does an epoch see one row?",
)
def batches_that_overlap_by_half(order, batch_size):
    stride = max(batch_size // 2, 1)
    return [order[start : start + batch_size] for start in range(0, len(order), stride)]


@mistake(
    ko="행 번호를 크기순으로 늘어놓았습니다. 섞인 순서는 어디로 갔나요?",
    en="The row numbers are sorted. What has become of the order in which they were shuffled?",
)
def order_sorted(order, batch_size):
    rows = np.sort(order)
    return [rows[start : start + batch_size] for start in range(0, len(rows), batch_size)]


@mistake(
    ko="순서를 뒤에서부터 자릅니다. 처음에 오는 것은 order의 어느 쪽인가요?",
    en="The order is walked from its end. Which end comes first?",
)
def from_the_end(order, batch_size):
    rows = order[::-1]
    return [rows[start : start + batch_size] for start in range(0, len(rows), batch_size)]


@mistake(
    ko="행이 아니라 배치의 처음과 끝 번호입니다. 배치 하나에는 무엇이 들어 있나요?",
    en="These are the ends of the batches. What does a batch itself consist of?",
)
def ends_of_the_batches(order, batch_size):
    starts = range(0, len(order), batch_size)
    return [np.array([start, min(start + batch_size, len(order))]) for start in starts]
