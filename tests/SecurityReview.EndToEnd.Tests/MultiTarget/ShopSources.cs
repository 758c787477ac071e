namespace SecurityReview.EndToEnd.Tests.MultiTarget;

/// <summary>
/// The files of a small solution: one project builds for two frameworks, and a second project compiles the same files. The code keeps to C#
/// 7.3, which the older framework means without further words; a repair must too.
/// </summary>
internal static class ShopSources
{
    /// <summary>What each rule finds in each target: those findings alike, and those under <c>#if</c> different in place or number.</summary>
    public const string Orders =
        """
        using System;
        using System.Data.Common;

        namespace Shop
        {
            public static class Orders
            {
                // TODO remove once everybody has moved
                public static object Find(DbConnection connection)
                {
                    var name = Console.ReadLine();
                    using (var command = connection.CreateCommand())
                    {
                        command.CommandText = "SELECT Id FROM Orders WHERE Name = '" + name + "'";
                        return command.ExecuteScalar();
                    }
                }

                public static void Delete(DbConnection connection, int id)
                {
                    using (var command = connection.CreateCommand())
                    {
                        command.CommandText = "DELETE FROM Orders WHERE Id = @id";
                        var parameter = command.CreateParameter();
                        parameter.ParameterName = "@id";
                        parameter.Value = id;
                        command.Parameters.Add(parameter);
                        command.ExecuteNonQuery();
                    }
                }
            }
        }

        """;

    /// <summary>Findings that only some targets have.</summary>
    public const string Reports =
        """
        using System;
        using System.Data.Common;

        namespace Shop
        {
            public static class Reports
            {
        #if NET48
                // TODO print on paper
        #else
                // TODO print to a file
        #endif
                public static object Count(DbConnection connection)
                {
                    using (var command = connection.CreateCommand())
                    {
        #if NET48
                        command.CommandText = "SELECT COUNT(*) FROM PaperOrders WHERE Name = '" + Console.ReadLine() + "'";
        #else
                        command.CommandText = "SELECT COUNT(*) FROM Orders WHERE Name = '" + Console.ReadLine() + "'";
        #endif
                        return command.ExecuteScalar();
                    }
                }

        #if NET48
                public static void DropPaper(DbConnection connection, int id)
                {
                    using (var command = connection.CreateCommand())
                    {
                        command.CommandText = "DELETE FROM PaperOrders WHERE Id = " + id;
                        command.ExecuteNonQuery();
                    }
                }
        #endif
            }
        }

        """;

    /// <summary>A finding that has no repair: a part of a table's name cannot be a parameter.</summary>
    public static string Archive(int year) =>
        $$"""
        using System;
        using System.Data.Common;

        namespace Shop
        {
            public static class Archive{{year}}
            {
                public static object Count(DbConnection connection)
                {
                    using (var command = connection.CreateCommand())
                    {
                        command.CommandText = "SELECT COUNT(*) FROM Orders_" + Console.ReadLine();
                        return command.ExecuteScalar();
                    }
                }
            }
        }

        """;
}
