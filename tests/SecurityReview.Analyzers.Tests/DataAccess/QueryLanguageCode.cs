namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>Code around a statement or two of an endpoint that asks stores with other languages than SQL.</summary>
internal static class QueryLanguageCode
{
    private const string Surroundings = """
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.Linq;
        using System.Linq.Dynamic.Core;
        using System.Text;
        using System.Threading.Tasks;
        using Azure.Data.Tables;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Azure.Cosmos;
        using MongoDB.Bson;
        using MongoDB.Driver;

        public class Item { public string Id { get; set; } = ""; public string Name { get; set; } = ""; public int Age { get; set; } }


        """;

    /// <summary>The drivers that the tests have no assembly of, as far as the tests call them.</summary>
    public const string Drivers = """
        namespace Cassandra
        {
            public interface IStatement { }
            public class SimpleStatement : IStatement { public SimpleStatement(string query, params object[] values) { } }
            public class PreparedStatement { }
            public interface ISession { object Execute(string cqlQuery); object Execute(IStatement statement); PreparedStatement Prepare(string cqlQuery); }
        }
        namespace Neo4j.Driver
        {
            public class Query { public Query(string text, object parameters) { } }
            public interface IAsyncQueryRunner { System.Threading.Tasks.Task<object> RunAsync(string query, object? parameters = null); System.Threading.Tasks.Task<object> RunAsync(Query query); }
            public interface IAsyncSession : IAsyncQueryRunner { }
        }
        """;

    /// <summary>A controller whose action has the given lines as its body.</summary>
    public static string Action(string body, string members = "") => Surroundings + $$"""
        public class ItemsController(Container container, IMongoCollection<Item> items, IMongoDatabase database, TableClient table, IQueryable<Item> query, DataTable data) : ControllerBase
        {
            public async Task<object?> Find(string name, int age, Guid id)
            {
                await Task.Yield();
                {{body}}
                return null;
            }
            {{members}}
        }

        """;

    /// <summary>Code without an endpoint.</summary>
    public static string Library(string members) => Surroundings + members;
}
