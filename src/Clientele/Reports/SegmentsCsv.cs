using Clientele.Customers;
using Clientele.Reports.Writing;

namespace Clientele.Reports;

/// <summary>One row per customer: id, segment, scores, then every column of the customer table.</summary>
internal sealed class SegmentsCsv : IExport
{
    public static Choice<IExport> Choice { get; } = new(
        "segments", "One row per customer: segment, group, cluster, scores and every measure.", [], _ => new SegmentsCsv());

    public string File => "segments.csv";

    public bool AppliesTo(FinishedRun run) => true;

    public void Write(FinishedRun run, Stream output)
    {
        var customers = run.Report.Customers;
        var rows = new Rows(run.Report);
        var header = new Utf8Text(4096);
        rows.Header(header);
        header.FlushTo(output);

        RowBlocks.Write(customers.Count, run.Threads, output, rows.Format, run.Cancellation);
    }

    private sealed class Rows
    {
        private readonly CustomerTable _customers;
        private readonly CustomerColumn[] _columns;
        private readonly bool[] _dayOnly;
        private readonly byte[][] _segments;
        private readonly byte[][] _clusters;
        private readonly int[] _segmentOf;
        private readonly int[]? _clusterOf;
        private readonly Segments.RfmScores? _scores;

        public Rows(Report report)
        {
            _customers = report.Customers;
            _columns = new CustomerColumn[_customers.Columns.Count];
            _dayOnly = new bool[_columns.Length];
            for (var i = 0; i < _columns.Length; i++)
            {
                _columns[i] = _customers.Columns[i];
                _dayOnly[i] = AllMidnight(_columns[i].Ticks);
            }

            var main = report.Segments.Main;
            _segmentOf = main.Labels;
            _segments = Cells(main, withGroup: true);
            _clusterOf = report.Segments.Clusters?.Labels;
            _clusters = report.Segments.Clusters is { } clusters ? Cells(clusters, withGroup: false) : [];
            _scores = report.Segments.Scores;
        }

        public void Header(Utf8Text text)
        {
            text.Bytes("customer,segment,group,cluster,r,f,m,code"u8);
            foreach (var column in _columns)
            {
                text.Byte((byte)',');
                text.Cell(column.Name);
            }

            text.Byte((byte)'\n');
        }

        public void Format(int from, int to, Utf8Text text)
        {
            for (var row = from; row < to; row++)
            {
                text.Cell(_customers.Ids[row]);
                text.Byte((byte)',');
                text.Bytes(_segments[_segmentOf[row]]);
                text.Byte((byte)',');
                if (_clusterOf is not null) text.Bytes(_clusters[_clusterOf[row]]);
                Scores(row, text);
                for (var i = 0; i < _columns.Length; i++)
                {
                    text.Byte((byte)',');
                    text.Value(_columns[i], row, _dayOnly[i]);
                }

                text.Byte((byte)'\n');
            }
        }

        private void Scores(int row, Utf8Text text)
        {
            if (_scores is null)
            {
                text.Bytes(",,,,"u8);
                return;
            }

            // Scores are single digits.
            var room = text.Room(10);
            room[0] = room[2] = room[4] = room[6] = (byte)',';
            room[1] = room[7] = (byte)('0' + _scores.R[row]);
            room[3] = room[8] = (byte)('0' + _scores.F[row]);
            room[5] = room[9] = (byte)('0' + _scores.M[row]);
            text.Advance(10);
        }

        /// <summary>The cells <c>name,group</c> or <c>name</c> of each segment, formatted once.</summary>
        private static byte[][] Cells(Segments.Segmentation segmentation, bool withGroup)
        {
            var cells = new byte[segmentation.Segments.Count][];
            var text = new Utf8Text(1024);
            for (var i = 0; i < cells.Length; i++)
            {
                var start = text.Length;
                text.Cell(segmentation.Segments[i].Name);
                if (withGroup)
                {
                    text.Byte((byte)',');
                    text.Cell(segmentation.Segments[i].Group);
                }

                cells[i] = text.Written[start..].ToArray();
            }

            return cells;
        }

        private static bool AllMidnight(long[] ticks)
        {
            foreach (var tick in ticks)
            {
                if (tick % TimeSpan.TicksPerDay != 0) return false;
            }

            return true;
        }
    }
}
