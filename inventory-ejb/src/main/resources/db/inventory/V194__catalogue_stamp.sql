-- Servers remember items, places, accounts, rules and taxes until one of them changes. Whoever changes one, by whatever way, leaves a stamp
-- that never comes again, also where the change is taken back. In one of several rows, so that those who change different things
-- do not wait for each other.

CREATE TABLE catalogue_stamp (
    slot   TINYINT         NOT NULL PRIMARY KEY,
    stamp  BIGINT UNSIGNED NOT NULL
);

INSERT INTO catalogue_stamp (slot, stamp) SELECT seq, 0 FROM seq_0_to_31;

CREATE TRIGGER item_changed AFTER UPDATE ON item FOR EACH ROW
    UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32
    AND NOT (OLD.id <=> NEW.id AND BINARY OLD.sku <=> BINARY NEW.sku AND OLD.category_id <=> NEW.category_id AND BINARY OLD.costing <=> BINARY NEW.costing
        AND BINARY OLD.tax_code <=> BINARY NEW.tax_code AND OLD.active <=> NEW.active AND BINARY OLD.tracking <=> BINARY NEW.tracking AND OLD.perishable <=> NEW.perishable
        AND BINARY OLD.average_period <=> BINARY NEW.average_period AND OLD.turned <=> NEW.turned AND BINARY OLD.scope <=> BINARY NEW.scope
        AND OLD.piece_size <=> NEW.piece_size AND OLD.piece_tolerance <=> NEW.piece_tolerance);

CREATE TRIGGER item_removed AFTER DELETE ON item FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;

CREATE TRIGGER scope_change_added AFTER INSERT ON scope_change FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER scope_change_changed AFTER UPDATE ON scope_change FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER scope_change_removed AFTER DELETE ON scope_change FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;

CREATE TRIGGER bill_added AFTER INSERT ON bill FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER bill_changed AFTER UPDATE ON bill FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER bill_removed AFTER DELETE ON bill FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;

CREATE TRIGGER cost_policy_added AFTER INSERT ON cost_policy FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER cost_policy_changed AFTER UPDATE ON cost_policy FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER cost_policy_removed AFTER DELETE ON cost_policy FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;

CREATE TRIGGER account_mapping_added AFTER INSERT ON account_mapping FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER account_mapping_changed AFTER UPDATE ON account_mapping FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER account_mapping_removed AFTER DELETE ON account_mapping FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;

CREATE TRIGGER account_role_added AFTER INSERT ON account_role FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER account_role_changed AFTER UPDATE ON account_role FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER account_role_removed AFTER DELETE ON account_role FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;

CREATE TRIGGER location_added AFTER INSERT ON location FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER location_changed AFTER UPDATE ON location FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER location_removed AFTER DELETE ON location FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;

CREATE TRIGGER tax_code_added AFTER INSERT ON tax_code FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER tax_code_changed AFTER UPDATE ON tax_code FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER tax_code_removed AFTER DELETE ON tax_code FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;

CREATE TRIGGER tax_rate_added AFTER INSERT ON tax_rate FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER tax_rate_changed AFTER UPDATE ON tax_rate FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER tax_rate_removed AFTER DELETE ON tax_rate FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;

CREATE TRIGGER tax_policy_added AFTER INSERT ON tax_policy FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER tax_policy_changed AFTER UPDATE ON tax_policy FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;
CREATE TRIGGER tax_policy_removed AFTER DELETE ON tax_policy FOR EACH ROW UPDATE catalogue_stamp SET stamp = UUID_SHORT() WHERE slot = CONNECTION_ID() MOD 32;

