using System.Globalization;
using QuotaService.Data;

namespace QuotaService.Quotas;

/// <summary>Reads quota classes from lines of `name,instances,cores,ram,security groups,server groups`.</summary>
public static class QuotaClassCsv
{
    private const int Columns = 6;

    public static List<QuotaClass> Parse(string text)
    {
        var classes = new List<QuotaClass>();
        foreach (var (index, line) in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Index())
        {
            var cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (cells.Length != Columns)
            {
                throw new QuotaClassCsvException(index + 1, Columns, cells.Length);
            }

            classes.Add(new QuotaClass { Name = cells[0], Limits = ParseLimits(cells) });
        }

        return classes;
    }

    private static QuotaLimits ParseLimits(string[] cells) => new()
    {
        Instances = ParseNumber(cells[1]),
        Cores = ParseNumber(cells[2]),
        RamMb = ParseNumber(cells[3]),
        SecurityGroups = ParseNumber(cells[4]),
        ServerGroups = ParseNumber(cells[5]),
    };

    private static int ParseNumber(string cell) => int.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
