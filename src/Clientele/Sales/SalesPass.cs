using System.Runtime.ExceptionServices;
using Clientele.Cleaning;
using Clientele.Customers.Folding;
using Clientele.Sales.Lines;

namespace Clientele.Sales;

/// <summary>One pass over all files: parse, clean and fold into customers, on all threads, with a result that does not depend on them.</summary>
/// <remarks>
/// Blocks of whole records are parsed by whichever thread is free. Duplicates are found in block order per hash partition, so the first of
/// equal lines stays. Everything else is a sum of exact integers, a minimum or a maximum, whose order does not matter.
/// </remarks>
internal sealed class SalesPass : IDisposable
{
    internal const int Partitions = 64;
    private const int PartitionShift = 58;
    private const long LinesForRoomyTables = 20_000_000; // beyond, tables are dense for the sake of memory
    private const int LockStride = 16; // one cache line per lock

    private readonly IReadOnlyList<Layout> _layouts;
    private readonly Func<Layout, Stream> _open;
    private readonly LineFacts _active;
    private readonly RunContext _context;
    private readonly KeyedHash _hash;
    private readonly FacetTexts _texts = new();
    private readonly FoldPartition[] _folds = new FoldPartition[Partitions];
    private readonly int[] _locks = new int[Partitions * LockStride];
    private readonly ExcludedFile _excluded;
    private readonly SalesInputSize _size;
    private readonly int _rounds;
    private DuplicateSet[] _duplicates = [];
    private Turns _turns = new(Partitions);
    private BlockReader _reader;
    private PassShare _share = PassShare.All;
    private long _linesDone;
    private long _lastProgress = Environment.TickCount64;

    public SalesPass(IReadOnlyList<Layout> layouts, Func<Layout, Stream> open, CleaningOptions cleaning, SalesInputSize size, int rounds, ExcludedFile excluded, RunContext context)
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
        var products = PairSet.Create(Partitions, layouts[0][Role.Product] < 0 ? 0 : Math.Min(size.ExpectedLines, LinesForRoomyTables) / 2 / Partitions);
        for (var i = 0; i < Partitions; i++) _folds[i] = new FoldPartition(cleaning.Returns == Returns.Match, products[i]);
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
            foreach (var set in _duplicates) set.Free();
            ThrowEarliest(workers);
        }

        foreach (var worker in workers) worker.Close();
        var sums = new Xxh64[_layouts.Count];
        for (var i = 0; i < sums.Length; i++) sums[i] = _reader.SumOf(i);
        var tallies = new WorkerTally[count];
        for (var i = 0; i < count; i++) tallies[i] = workers[i].Tally;
        return PassResult.Of(tallies, _folds, _texts, _active, sums, _reader.Findings);
    }

    /// <summary>Of several failures the one that comes first in the files, whatever the threads did.</summary>
    private static void ThrowEarliest(Worker[] workers)
    {
        Worker? earliest = null;
        foreach (var worker in workers)
        {
            if (worker.Failure is not null && (earliest is null || worker.FailedBlock < earliest.FailedBlock)) earliest = worker;
        }

        earliest?.Failure?.Throw();
    }

    public void Dispose() => _reader.Dispose();

    private void Begin(PassShare share)
    {
        _share = share;
        _turns = new Turns(Partitions);
        if (share.Number > 0)
        {
            _reader = new BlockReader(_layouts, _open, _context.Cancellation);
            _excluded.NextRound();
        }

        if ((_active & LineFacts.Duplicate) == 0) return;
        var expected = _size.ExpectedLines / share.Of / Partitions;
        _duplicates = DuplicateSet.Create(Partitions, expected + expected / 32, new DuplicateBudget(_context.MemoryLimit));
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

        public WorkerTally Tally { get; } = new(pass._layouts.Count);

        public ExceptionDispatchInfo? Failure { get; private set; }

        /// <summary>Block at work when it failed.</summary>
        public long FailedBlock { get; private set; }

        public void Run()
        {
            try
            {
                while (pass._reader.TryRead(_block)) Work();
            }
            catch (Exception trouble) when (trouble is not OutOfMemoryException)
            {
                Failure = ExceptionDispatchInfo.Capture(trouble);
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
                pass._layouts[_block.File], pass._layouts, pass._hash, new LineFactsRules(pass._active), pass._texts);
            parser.Parse(_block, _index, _batch);
            if (pass._share.Of > 1) pass._share.KeepOwn(_batch);
            if (pass._duplicates.Length > 0) MarkDuplicates();
            Sort();
            Fold();
            pass._excluded.Commit(_block.Number, _rows);
            Tally.Lines[_block.File] += _batch.Count;
            pass.Report(_batch.Count);
        }

        private void MarkDuplicates()
        {
            var (lines, count) = (_batch.Lines, _batch.Count);
            _buckets.Begin();
            for (var i = 0; i < count; i++)
            {
                if (lines[i].Fault == LineFault.None) _buckets.Count((int)(lines[i].HashHigh >> PartitionShift));
            }

            _buckets.Place();
            for (var i = 0; i < count; i++)
            {
                if (lines[i].Fault != LineFault.None) continue;
                var partition = (int)(lines[i].HashHigh >> PartitionShift);
                _buckets.Put(partition, i);
                pass._duplicates[partition].Prefetch(lines[i].HashLow);
            }

            for (var partition = 0; partition < Partitions; partition++)
            {
                if (!pass._turns.Enter(partition, _block.Number)) return;
                var set = pass._duplicates[partition];
                foreach (var i in _buckets[partition])
                {
                    ref var line = ref lines[i];
                    if (!set.Add(line.HashLow, line.HashHigh)) line.Facts |= LineFacts.Duplicate;
                }

                pass._turns.Leave(partition, _block.Number);
            }
        }

        /// <summary>Puts every line into its bucket of the audit and the kept ones into their customer partition.</summary>
        private void Sort()
        {
            var (lines, count) = (_batch.Lines, _batch.Count);
            var tally = Tally.Audit;
            _rows.Clear();
            _buckets.Begin();
            for (var i = 0; i < count; i++)
            {
                ref var line = ref lines[i];
                var bucket = CleaningRules.Bucket(line.Facts, pass._active);
                tally.Count(bucket, line.Money);
                line.Bucket = (sbyte)bucket;
                if (bucket >= 0)
                {
                    if (!pass._excluded.IsFull(bucket)) _rows.Add(_block, in line, bucket);
                    if (line.Fault != LineFault.None && pass._excluded.WantsFaults) _rows.AddFault(_block, in line);
                }

                if (Folds(in line)) _buckets.Count((int)(line.Customer >> PartitionShift));
            }

            tally.EmptyLines += _batch.EmptyLines;
            tally.TallRecords += _batch.TallRecords;
            _buckets.Place();
            for (var i = 0; i < count; i++)
            {
                ref var line = ref lines[i];
                if (!Folds(in line)) continue;
                var partition = (int)(line.Customer >> PartitionShift);
                _buckets.Put(partition, i);
                line.HashLow = pass._hash.Pair(line.Customer, line.Product); // from here on the key of customer and product
                pass._folds[partition].Products.Prefetch(line.HashLow);
            }
        }

        /// <summary>Kept lines, and returns of known customers whatever their bucket.</summary>
        private static bool Folds(in SalesLine line) => line.Bucket < 0 || (line.Bucket is >= CleaningRules.FirstSign and <= CleaningRules.LastSign && (line.Facts & LineFacts.Returned) != 0);

        /// <summary>A return that was taken out or is netted; one that the rules keep is a sale of negative money.</summary>
        private bool IsReturn(in SalesLine line) =>
            (line.Facts & LineFacts.Returned) != 0 && (line.Bucket >= 0 || (pass._active & LineFacts.Returned) != 0);

        private void Fold()
        {
            var lines = _batch.Lines;
            var offset = (int)(_block.Number * 29 % Partitions);
            for (var step = 0; step < Partitions; step++)
            {
                var partition = (offset + step) % Partitions;
                var own = _buckets[partition];
                if (own.Length == 0) continue;
                var fold = pass._folds[partition];
                Take(ref pass._locks[partition * LockStride]);
                try
                {
                    foreach (var i in own)
                    {
                        ref readonly var line = ref lines[i];
                        if (IsReturn(in line)) fold.AddReturn(in line, _block);
                        else fold.AddSale(in line, _block, line.HashLow, Tally.Products);
                    }
                }
                finally
                {
                    Volatile.Write(ref pass._locks[partition * LockStride], 0);
                }
            }
        }

        private static void Take(ref int gate)
        {
            if (Interlocked.Exchange(ref gate, 1) == 0) return;
            var spin = default(SpinWait);
            while (Interlocked.Exchange(ref gate, 1) != 0) spin.SpinOnce(-1);
        }
    }
}
