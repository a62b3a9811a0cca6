// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.addon;

import java.util.List;

/** What openHAB's user interface shows of an add-on. */
public class Addon {
    private final String uid;
    private String id;
    private String label;
    private String version;
    private String contentType;
    private String author;
    private boolean verifiedAuthor;
    private boolean installed;
    private String type;
    private String description;
    private String detailedDescription;
    private String configDescriptionURI;
    private String license;
    private String connection;
    private List<String> loggerPackages;
    private String link;

    private Addon(String uid) {
        this.uid = uid;
    }

    public static Builder create(String uid) {
        return new Builder(uid);
    }

    public String getUid() {
        return uid;
    }

    public String getId() {
        return id;
    }

    public String getLabel() {
        return label;
    }

    public String getVersion() {
        return version;
    }

    public String getContentType() {
        return contentType;
    }

    public String getAuthor() {
        return author;
    }

    public boolean isVerifiedAuthor() {
        return verifiedAuthor;
    }

    public boolean isInstalled() {
        return installed;
    }

    public String getType() {
        return type;
    }

    public String getDescription() {
        return description;
    }

    public String getDetailedDescription() {
        return detailedDescription;
    }

    public String getConfigDescriptionURI() {
        return configDescriptionURI;
    }

    public String getLicense() {
        return license;
    }

    public String getConnection() {
        return connection;
    }

    public List<String> getLoggerPackages() {
        return loggerPackages;
    }

    public String getLink() {
        return link;
    }

    /** Collects an add-on. */
    public static class Builder {
        private final Addon addon;

        private Builder(String uid) {
            this.addon = new Addon(uid);
        }

        public Builder withId(String id) {
            addon.id = id;
            return this;
        }

        public Builder withLabel(String label) {
            addon.label = label;
            return this;
        }

        public Builder withVersion(String version) {
            addon.version = version;
            return this;
        }

        public Builder withContentType(String contentType) {
            addon.contentType = contentType;
            return this;
        }

        public Builder withAuthor(String author, boolean verifiedAuthor) {
            addon.author = author;
            addon.verifiedAuthor = verifiedAuthor;
            return this;
        }

        public Builder withInstalled(boolean installed) {
            addon.installed = installed;
            return this;
        }

        public Builder withType(String type) {
            addon.type = type;
            return this;
        }

        public Builder withDescription(String description) {
            addon.description = description;
            return this;
        }

        public Builder withDetailedDescription(String detailedDescription) {
            addon.detailedDescription = detailedDescription;
            return this;
        }

        public Builder withConfigDescriptionURI(String configDescriptionURI) {
            addon.configDescriptionURI = configDescriptionURI;
            return this;
        }

        public Builder withLicense(String license) {
            addon.license = license;
            return this;
        }

        public Builder withConnection(String connection) {
            addon.connection = connection;
            return this;
        }

        public Builder withLoggerPackages(List<String> loggerPackages) {
            addon.loggerPackages = loggerPackages;
            return this;
        }

        public Addon build() {
            return addon;
        }
    }
}
