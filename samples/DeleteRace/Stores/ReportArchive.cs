using System;
using Microsoft.Data.Sqlite;

namespace Tickets.Stores;

/// <summary>The part that nobody has touched since the first version.</summary>
public sealed class ReportArchive(string connectionString)
{
    public void Drop(int reportId)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "delete from reports where report_id = $id";
            command.Parameters.AddWithValue("$id", reportId);
            command.ExecuteNonQuery(); // expect SECR4001
        }
    }

    public void DropOrThrow(int reportId)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = new SqliteCommand("DELETE FROM reports WHERE report_id = $id", connection);
        command.Parameters.AddWithValue("$id", reportId);
        var affected = command.ExecuteNonQuery(); // right
        if (affected < 1)
            throw new InvalidOperationException($"There is no report {reportId}.");
    }
}
