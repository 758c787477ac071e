using Microsoft.Data.Sqlite;

namespace Queries.Data;

/// <summary>A small library in memory.</summary>
public static class LibraryDatabase
{
    private const string Schema = """
        CREATE TABLE Books (Id INTEGER PRIMARY KEY, Title TEXT NOT NULL, Author TEXT NOT NULL, Shelf TEXT NOT NULL, Price REAL NOT NULL, Sealed INTEGER NOT NULL);
        CREATE TABLE Members (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL, Mail TEXT NOT NULL, Note TEXT);
        CREATE TABLE Loans (Id INTEGER PRIMARY KEY, BookId INTEGER NOT NULL, Member TEXT NOT NULL, Due TEXT NOT NULL);
        CREATE TABLE Searches (Id INTEGER PRIMARY KEY, Author TEXT NOT NULL, Sort TEXT NOT NULL);

        INSERT INTO Books VALUES
            (1, 'Dune', 'Frank Herbert', 'A-1', 9.5, 0),
            (2, 'Emma', 'Jane Austen', 'A-1', 7, 0),
            (3, 'Persuasion', 'Jane Austen', 'A-2', 8.25, 0),
            (4, '50% Less', 'Zoë Müller', 'B-1', 12, 0),
            (5, 'snake_case', 'Zoë Müller', 'B-1', 3, 0),
            (6, '雪国', '川端康成', 'C-日本', 15, 0),
            (7, 'Finnegan''s Week', 'Flann O''Brien', 'Children''s', 11, 0),
            (8, 'C:\temp', '@home', '"Quoted"', 1, 0),
            (9, '1984 -- a guide', '', '', 2, 0),
            (10, 'Sealed will', 'Notary', 'Vault', 1000, 1);

        INSERT INTO Members VALUES
            (1, 'Ann', 'ann@example.org', 'pays late'),
            (2, 'Zoë Müller', 'zoe@example.org', NULL),
            (3, 'Sean O''Neill', 'sean.o''neill@example.org', 'doesn''t answer'),
            (4, '50% Less', 'fifty%@example.org', '"Quoted"'),
            (5, 'Sealed', 'sealed@example.org', 'Vault');

        INSERT INTO Loans VALUES
            (1, 1, 'Ann', '2024-05-01'),
            (2, 2, 'Zoë Müller', '2024-06-01'),
            (3, 7, 'Sean O''Neill', '2024-05-01'),
            (4, 3, 'Ann', '2024-07-15'),
            (5, 10, 'Sealed', '2030-01-01');

        INSERT INTO Searches VALUES
            (1, 'Jane Austen', 'title'),
            (2, 'Zoë Müller', 'Id'),
            (3, 'Flann O''Brien', 'AUTHOR'),
            (4, 'x'' OR ''a'' <> ''b', '(CASE WHEN 1 = 1 THEN Title END)'),
            (5, 'x'') OR (''a'' <> ''b', 'title');
        """;

    /// <summary>A library of its own, filled anew.</summary>
    public static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Schema;
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>The library of a request.</summary>
    public static SqliteConnection Of(IServiceProvider services) => services.GetRequiredService<SqliteConnection>();
}
