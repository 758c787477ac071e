using System.Data;

namespace Queries.Data;

/// <summary>Reads what a command finds.</summary>
public static class Rows
{
    public static List<string> ReadRows(this IDbCommand command)
    {
        var rows = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return rows;
    }
}
