using System.IO.Hashing;
using System.Runtime.ExceptionServices;
using Clientele.Cleaning;
using Clientele.Customers.Folding;
using Clientele.Sales.Kept;
using Clientele.Sales.Lines;

namespace Clientele.Sales;

/// <summary>One pass over all files: parse, clean and fold into customers, on all threads, with a result that does not depend on them.</summary>
/// <remarks>
/// Blocks of whole records are parsed by whichever thread is free, into runs of lines that belong together. Each partition of customers
/// takes the runs of the blocks in their order, so the first of equal lines stays. All else is a sum of exact integers, a minimum or a
/// maximum, whose order does not matter.
/// </remarks>
internal sealed class SalesPass : IDisposable
{
    internal const int Partitions = 64;
    private const int PartitionShift = 58;

    // Fewer lines per run on average in the first block, or hardly more than one run: a check by orders would not help.
    private const int LinesPerRun = 3;
    private const int LeastRuns = 8;

    private readonly IReadOnlyList<Layout> _layouts;
    private readonly Func<Layout, Stream> _open;
    private readonly LineFacts _active;
    private readonly RunContext _context;
    private readonly KeyedHash _hash;
    private readonly FacetTexts _texts = new();
    private readonly FoldPartition[] _folds = new FoldPartition[Partitions];
    private readonly ExcludedFile _excluded;
    private readonly SalesInputSize _size;
    private readonly int _rounds;
    private readonly PieceStore _notes;
    private readonly SalesNotes? _kept;
    private SeenRuns[] _seen = [];
    private PieceStore? _hashes;
    private Turns _turns = new(Partitions);
    private BlockReader _reader;
    private PassShare _share = PassShare.All;
    private int _working;
    private int _counted;
    private long _linesDone;
    private long _lastProgress = Environment.TickCount64;

    public SalesPass(IReadOnlyList<Layout> layouts, Func<Layout, Stream> open, CleaningOptions cleaning, SalesInputSize size, int rounds, ExcludedFile excluded, RunContext context, bool keepsLines)
    {
        _layouts = layouts;
        _open = open;
        _context = context;
        _size = size;
        _excluded = excluded;
        _active = CleaningRules.Active(cleaning);
        _rounds = rounds;
        _hash = cleaning.Returns == Returns.Match || rounds > 1 ? KeyedHash.Fixed() : KeyedHash.Fresh(); // pairing breaks ties by hash, rounds deal lines out by it
        _reader = new BlockReader(layouts, open, context.Cancellation);
        _notes = new PieceStore(layouts[0][Role.Product] < 0 ? 0 : size.ExpectedLines, Partitions, null);
        if (keepsLines) _kept = new SalesNotes(Partitions, size.ExpectedLines);
        for (var i = 0; i < Partitions; i++) _folds[i] = new FoldPartition(cleaning.Returns == Returns.Match, _notes, _kept?.Partitions[i]);
    }

    /// <summary>Reads everything, in as many rounds as the duplicate check needs to stay within memory.</summary>
    /// <exception cref="DuplicateBudgetException">The hashes of one round outgrew the memory: try more rounds.</exception>
    public PassResult Run()
    {
        var count = _context.Threads > 0 ? _context.Threads : Environment.ProcessorCount;
        var workers = new Worker[count];
        for (var i = 0; i < count; i++) workers[i] = new Worker(this);
        for (var round = 0; round < _rounds; round++)
        {
            Begin(new PassShare(round, _rounds));
            var threads = new Thread[count - 1];
            for (var i = 1; i < count; i++)
            {
                threads[i - 1] = new Thread(workers[i].Run) { IsBackground = true };
                threads[i - 1].Start();
            }

            workers[0].Run();
            foreach (var thread in threads) thread.Join();
            _reader.Dispose();
            Forget();
            ThrowEarliest(workers);
        }

        foreach (var worker in workers) worker.Close();
        var sums = new XxHash128[_layouts.Count];
        for (var i = 0; i < sums.Length; i++) sums[i] = _reader.SumOf(i);
        var tallies = new WorkerTally[count];
        for (var i = 0; i < count; i++) tallies[i] = workers[i].Tally;
        return PassResult.Of(tallies, _folds, _texts, _active, sums, _reader.Findings) with { Notes = _kept };
    }

    /// <summary>Of several failures the one that comes first in the files, whatever the threads did.</summary>
    private static void ThrowEarliest(Worker[] workers)
    {
        Worker? earliest = null;
        foreach (var worker in workers)
        {
            if (worker.Failure is not null && (earliest is null || worker.FailedBlock < earliest.FailedBlock)) earliest = worker;
        }

        if (earliest?.Failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    public void Dispose()
    {
        _reader.Dispose();
        Forget();
        _notes.Dispose();
    }

    private void Forget()
    {
        foreach (var seen in _seen) seen.Dispose();
        _hashes?.Dispose();
        (_seen, _hashes) = ([], null);
    }

    private void Begin(PassShare share)
    {
        _share = share;
        _turns = new Turns(Partitions);
        if (share.Number > 0)
        {
            _reader = new BlockReader(_layouts, _open, _context.Cancellation);
            _excluded.NextRound();
        }
        (_working, _counted) = (_context.Threads > 0 ? _context.Threads : Environment.ProcessorCount, -1);
    }

    /// <summary>Makes the memory of seen lines to the measure of the first block; all other blocks wait for it at their first turn.</summary>
    private void Remember(SalesBatch first)
    {
        var budget = new DuplicateBudget(_context.MemoryLimit);
        var expected = _size.ExpectedLines / _share.Of;
        var inRuns = first.RunCount > LeastRuns && first.Count >= first.RunCount * LinesPerRun && Alike();
        var keys = inRuns ? expected * first.RunCount / first.Count / Partitions : 0;
        var scattered = DuplicateSet.Create(Partitions, inRuns ? 0 : (expected + expected / 32) / Partitions, budget);
        _hashes = inRuns ? new PieceStore(expected, Partitions, budget.Take) : null;
        _seen = SeenRuns.Create(_hashes, scattered, keys, budget);
    }

    /// <summary>Equal texts mean equal customers, invoices and times in all files, so that equal lines have equal run keys.</summary>
    private bool Alike()
    {
        for (var i = 1; i < _layouts.Count; i++)
        {
            if (!LineParser.ReadsAlike(_layouts[0], _layouts[i])) return false;
        }

        return true;
    }

    private void Report(int lines)
    {
        if (_context.Progress is not { } progress) return;
        var done = Interlocked.Add(ref _linesDone, lines);
        var now = Environment.TickCount64;
        var last = Volatile.Read(ref _lastProgress);
        if (now - last < 100 || Interlocked.CompareExchange(ref _lastProgress, now, last) != last) return;
        progress(new RunProgress("reading", _reader.BytesRead, _size.TextBytes, done));
    }

    /// <summary>One thread's part of the work.</summary>
    private sealed class Worker(SalesPass pass)
    {
        private readonly Block _block = new();
        private readonly FieldIndex _index = new();
        private readonly SalesBatch _batch = new();
        private readonly LineParser?[] _parsers = new LineParser?[pass._layouts.Count];
        private readonly ExcludedRows _rows = new(pass._layouts, pass._context.ShowValues);
        private readonly LineBuckets _buckets = new(Partitions);
        private readonly RunRepeats _repeats = new();
        private readonly DistinctScratch _scratch = new();
        private readonly LineFacts _netted = pass._active & LineFacts.Returned;
        private bool _excludes;

        public WorkerTally Tally { get; } = new(pass._layouts.Count);

        public Exception? Failure { get; private set; }

        /// <summary>Block at work when it failed.</summary>
        public long FailedBlock { get; private set; }

        public void Run()
        {
            try
            {
                while (pass._reader.TryRead(_block)) Work();
                CountProducts();
            }
            catch (Exception trouble)
            {
                Failure = trouble;
                FailedBlock = _block.Number;
                pass._turns.Break();
                pass._reader.Stop();
            }
        }

        /// <summary>Hands over what the parsers learned.</summary>
        public void Close()
        {
            for (var i = 0; i < _parsers.Length; i++)
            {
                if (_parsers[i] is { } parser) Tally.Evidence[i] = parser.Evidence;
            }
        }

        private void Work()
        {
            var parser = _parsers[_block.File] ??= new LineParser(
                pass._layouts[_block.File], pass._layouts, pass._hash, new LineFactsRules(pass._active), pass._texts, pass._kept?.Names);
            parser.Parse(_block, _index, _batch);
            if (pass._share.Of > 1) pass._share.KeepOwn(_batch);
            var checks = (pass._active & LineFacts.Duplicate) != 0;
            if (checks) _repeats.Mark(_batch);
            if (checks && _block.Number == 0) pass.Remember(_batch);
            Deal();
            Approach();
            for (var partition = 0; partition < Partitions; partition++)
            {
                if (!pass._turns.Enter(partition, _block.Number)) return;
                if (_buckets[partition] is { Length: > 0 } runs) Take(runs, pass._folds[partition], checks ? pass._seen[partition] : null);
                pass._turns.Leave(partition, _block.Number);
            }

            if (_excludes) WriteExcluded();
            pass._excluded.Commit(_block.Number, _rows);
            Tally.Lines[_block.File] += _batch.Count;
            Tally.Audit.EmptyLines += _batch.EmptyLines;
            Tally.Audit.TallRecords += _batch.TallRecords;
            pass.Report(_batch.Count);
        }

        /// <summary>Deals the runs out to the partitions.</summary>
        private void Deal()
        {
            var (runs, count) = (_batch.Runs, _batch.RunCount);
            _rows.Clear();
            _excludes = false;
            _buckets.Begin();
            for (var r = 0; r < count; r++) _buckets.Count(PartitionOf(in runs[r]));
            _buckets.Place();
            for (var r = 0; r < count; r++) _buckets.Put(PartitionOf(in runs[r]), r);
        }

        /// <summary>Brings what the runs will look up towards the cache, step by step, while there is something else to do: tables of all partitions together are far larger.</summary>
        private void Approach()
        {
            var seen = pass._seen; // none before the first block has taken its turn
            foreach (ref readonly var run in _batch.Runs.AsSpan(0, _batch.RunCount))
            {
                var partition = PartitionOf(in run);
                if (seen.Length > 0) seen[partition].Prefetch(in run, _batch);
                pass._folds[partition].Prefetch(run.Customer);
            }

            foreach (ref readonly var run in _batch.Runs.AsSpan(0, _batch.RunCount)) pass._folds[PartitionOf(in run)].PrefetchEntry(run.Customer, run.Invoice);
        }

        /// <summary>By customer; guests by their invoice.</summary>
        private static int PartitionOf(in SalesRun run) => (int)((run.Customer != 0 ? run.Customer : run.Key) >> PartitionShift);

        private void Take(ReadOnlySpan<int> runs, FoldPartition fold, SeenRuns? seen)
        {
            foreach (var r in runs)
            {
                ref var run = ref _batch.Runs[r];
                seen?.Mark(_batch, ref run);
                Sort(in run, out var sales, out var returns);
                if (sales.Lines + returns.Lines > 0) fold.Add(_block, _batch, in run, _netted, in sales, in returns);
            }

            fold.Condense(_scratch);
        }

        /// <summary>Puts the lines of a run into their buckets of the audit: all at once where they meet the same rules.</summary>
        private void Sort(in SalesRun run, out SaleTotals sales, out SaleTotals returns)
        {
            sales = returns = default;
            if (!run.IsUniform)
            {
                SortEach(in run, ref sales, ref returns);
                return;
            }

            var bucket = CleaningRules.Bucket(run.Some, pass._active);
            if (bucket < 0)
            {
                Tally.Audit.CountKept(run.Count, in run.Money, in run.Largest);
            }
            else
            {
                foreach (ref var line in _batch.Lines.AsSpan(run.First, run.Count)) line.Bucket = (sbyte)bucket;
                Tally.Audit.Count(bucket, run.Count, in run.Money);
                _excludes = true;
            }

            var totals = new SaleTotals { Lines = run.Count, Money = run.Money, Units = run.Units };
            if (bucket < 0 && (run.Some & _netted) == 0) sales = totals;
            else if (CleaningRules.Folds(bucket, run.Some)) returns = totals;
        }

        private void SortEach(in SalesRun run, ref SaleTotals sales, ref SaleTotals returns)
        {
            var (tally, largest) = (Tally.Audit, Money.Zero);
            foreach (ref var line in _batch.Lines.AsSpan(run.First, run.Count))
            {
                var bucket = CleaningRules.Bucket(line.Facts, pass._active);
                line.Bucket = (sbyte)bucket;
                if (bucket < 0 && (line.Facts & _netted) == 0)
                {
                    sales.Add(in line.Money, line.Units);
                    if (line.Money.CompareTo(largest) > 0) largest = line.Money;
                    continue;
                }

                if (bucket < 0) tally.CountKept(1, in line.Money, in line.Money);
                else tally.Count(bucket, 1, in line.Money);
                _excludes |= bucket >= 0;
                if (CleaningRules.Folds(in line)) returns.Add(in line.Money, line.Units);
            }

            tally.CountKept(sales.Lines, in sales.Money, in largest);
        }

        private void WriteExcluded()
        {
            for (var i = 0; i < _batch.Count; i++)
            {
                ref readonly var line = ref _batch.Lines[i];
                if (line.Bucket < 0) continue;
                if (!pass._excluded.IsFull(line.Bucket)) _rows.Add(_block, in line, line.Bucket);
                if (line.Fault != LineFault.None && pass._excluded.WantsFaults) _rows.AddFault(_block, in line);
            }
        }

        /// <summary>When all blocks are done: the partitions' distinct products, shared among the threads.</summary>
        private void CountProducts()
        {
            Interlocked.Decrement(ref pass._working);
            if (pass._share.Number + 1 < pass._share.Of) return;
            var wait = default(SpinWait);
            while (Volatile.Read(ref pass._working) > 0)
            {
                if (pass._turns.IsBroken) return;
                wait.SpinOnce(-1);
            }

            for (var partition = Interlocked.Increment(ref pass._counted); partition < Partitions; partition = Interlocked.Increment(ref pass._counted))
                pass._folds[partition].CountProducts(Tally.Products, _scratch);
        }
    }
}
